"""In what capacity a body may decide an item, and how likely it is that enough of it will be there."""
