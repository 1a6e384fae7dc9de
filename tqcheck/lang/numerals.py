"""Reading numbers written in digits, with the conventions of any language."""
