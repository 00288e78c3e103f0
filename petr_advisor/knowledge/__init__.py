"""What the law says: data files become frozen, checked objects."""
