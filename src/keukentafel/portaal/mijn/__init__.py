"""The resident's own side, behind the login: cases and what one can do, the carer's sheet, the supporter's desk."""
