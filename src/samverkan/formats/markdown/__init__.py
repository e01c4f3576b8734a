"""Documents in Markdown to paste into Word, Teams or a repository; the words of a file stay text whatever they hold."""
