"""How English commits to what it names: tokens, clauses, phrases, scope, status, questions, answers, senses."""
