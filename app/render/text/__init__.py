"""Articles, and many stories in one file, as plain text; and as the text of Gemini."""
