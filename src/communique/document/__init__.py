"""What a report is made of: blocks of inlines, what is done to them before they are shown, and the faces they get."""
