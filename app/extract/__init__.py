"""A fetched page to an `Article`, step by step, each a module or a package:

text --parse--> tree --media--> marked tree --scoring--> article's tree --reduce--> markup --blocks--> blocks
                  `--metadata--> title, byline, date ...
"""
