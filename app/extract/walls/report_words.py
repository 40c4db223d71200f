"""The words by which news tell what somebody said, or what came of something."""

# Whole words that tell what was said, or what came of something: reports have them, and walls have not.
REPORTS = (
    "said", "told", "announced", "has been completed", "has been resolved", "we are continuing to monitor",
    "sagte", "sagt", "teilte", "erklärte", "berichtete", "sagten", "a dit", "dit il", "dit elle", "déclare",
    "déclaré", "annoncé", "affirme",
    "dijo", "anunció", "afirmó", "explicó", "aseguró", "disse", "afirmou", "informou", "anunciou", "ha detto",
    "ha annunciato", "spiega", "zei", "zegt", "meldde", "säger", "sade", "meddelade", "siger", "sagde", "sier",
    "sanoi", "kertoi", "kertoo", "powiedział", "powiedziała", "poinformował", "poinformowała", "zapewnia", "řekl",
    "řekla", "uvedl", "uvedla", "povedal", "povedala", "mondta", "közölte", "elmondta", "spus", "a declarat",
    "сказал",
    "сказала", "сообщил", "сообщила", "заявил", "заявила", "сообщили", "сказав", "заявив", "повідомив", "каза",
    "заяви", "rekao", "rekla", "izjavio", "izjavila", "είπε", "δήλωσε", "ανακοίνωσε", "dedi", "söyledi", "açıkladı",
    "belirtti", "katanya", "ujar", "mengatakan", "cho biết", "אמר", "אמרה", "הודיע", "قال", "قالت", "أعلن", "گفت",
    "कहा", "বলেন", "กล่าว", "表示 ", "说道", "称 ", "说 ", "說 ", "述べた", "語った", "発表した", "話した", "と話す",
    "밝혔다", "말했다", "전했다",
)  # fmt: skip
