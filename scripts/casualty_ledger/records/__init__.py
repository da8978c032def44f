"""Records typed by people: read strictly, checked against each other, kept in one form."""
