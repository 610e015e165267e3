"""Who is quoted in a folder of news pages."""
