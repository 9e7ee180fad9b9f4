"""How every chart looks: the house style, colours of sides and stages, bars and labels."""
