"""A fetched page to an `Article`, step by step, each a module:

text --parse--> tree --images, embeds--> marked tree --boxes--> prose tree --body--> markup --lean--> --blocks--> blocks
                  `----metadata----> title, byline, date ...
"""
