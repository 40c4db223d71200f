"""A fetched page to an `Article`, step by step, each a module:

text --parse--> tree --images, embeds--> marked tree --scoring--> article's tree --reduce--> markup --blocks--> blocks
                  `----metadata----> title, byline, date ...
"""
