"""68k.news: today's web for yesterday's browsers. What imports what is drawn in docs/architecture.md."""
