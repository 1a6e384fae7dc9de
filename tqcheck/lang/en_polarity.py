"""What negates in English."""

from __future__ import annotations

from tqcheck.lang.polarity import polarity

POLARITY = polarity(
    hard=("not", "no", "never", "nor", "nothing", "nobody", "none", "neither", "cannot", "nowhere", "no one", "*n't",
          "*n’t"),
    not_negative=("not only", "not just", "not merely", "not simply", "no doubt", "whether or not", "not to mention",
                  "no sooner",
                  "not until", "no more than", "no less than", "not less than", "not more than", "no fewer than",
                  "not least",
                  "if not", "no matter", "No. ", "not long", "not far", "no wonder", "not a few", "not to say",
                  "or not",
                  "not surprisingly", "not bad", "why not", "not long ago", "not always", "but not", "no later than", "nothing other than", "nothing but",
                  "nothing more than", "nothing less than", "nothing short of", "none other than", "from nothing",
                  "out of nothing", "no effort*", "no expense*", "no stone unturned", "no secret", "no stranger",
                  "no small", "no easy", "no mean", "no exception", "no one else", "in no time", "no way but",
                  "no choice but", "no option but", "can't help", "cannot help", "can't wait", "cannot wait",
                  "no later than", "not later than", "not exceed", "not exceeding", "not without"),
    more_skip=r"\bNo\.?\s?\d",
    soft=("without", "lack*", "fail*", "refus*", "refrain*", "deny", "denies", "denied", "denying", "denial*",
          "unable", "hardly", "scarcely",
          "barely", "rarely", "seldom", "few", "fewer", "little", "less", "only", "unless", "except*",
          "avoid*", "prevent*",
          "ban", "bans", "banned", "forbid*", "prohibit*", "bar", "barred", "stop*", "absen*", "void", "free of",
          "free from",
          "instead", "far from", "exclud*", "miss", "missed", "missing", "misses", "rather than", "instead", "lose", "lost", "reject*", "oppos*",
          "against",
          "cancel*", "exempt*", "abandon*", "ignor*", "neglect*", "zero", "escap*",
          "reluctan*", "doubt*",
          "wrong*", "short of", "shortage*", "deficien*", "difficult*", "hard", "apart from", "other than", "beyond",
          "otherwise",
          "non-*", "non", "unlike", "*less", "im*ible", "impossib*", "immun*", "improper*", "imperfect*",
          "impatien*",
          "immatur*", "imbalanc*", "irregular*", "irrelevan*", "irrespons*", "irrevers*", "illegal*", "illogic*",
          "illitera*",
          "in*able", "in*ably", "in*ible", "incapab*", "insuffic*", "inadequa*", "invalid*", "ineffect*",
          "inappropri*", "inaccura*",
          "inabil*", "incomplet*", "incorrect*", "inconven*", "inequal*", "insecur*", "instab*", "indefinit*",
          "informal*",
          "indifferen*", "injustice*", "inexperienc*", "gone", "out of", "worse", "halt*", "suspend*", "withdr*",
          "withh*", "resist*",
          "postpon*", "declin*", "ceas*", "nil", "loath", "hesitat*", "dislike*", "prematur*", "empty", "vain",
          "rare", "poor*", "bad",
          "low", "weak*", "anything but", "ill-*", "silent", "silently", "silence", "mum", "a first", "first time",
          "first ever",
          "sit out", "sits out", "sat out", "sitting out", "skip*", "shun*", "spared", "forgo*", "forwent", "opt out",
          "opted out", "shut out", "kept out", "left out", "give up", "gave up", "given up", "turned down"),
    # An injury kept him away: he did not come.
    more_soft=r"\b(?:keep|keeps|kept|stay|stays|stayed|staying)\b[^.,;]{0,40}?\baway\b|\bun(?!der|i(?!m)|til|ion|it)\w{3,}|\bdis(?!tric|cuss|cover|play|tan|tin|trib|eas|aster|turb|patch|h|k|"
              r"pos)\w{3,}|\?|\btoo\s[^.,;]*?\bto\b|\byet\s+to\b",
    # Idioms of double negation that render a plain word (not uncommon: 常见) are left out.
    double=r"(?:\b(?:not|cannot|never|no|hardly)\b|n['’]t\b)\s+(?:(?:be|been|being|entirely|at all|an?|so|quite|the)\s+)?"
           r"(?:un(?!der|i(?!m)|til|ion|it|common|usual|likely|expected|reasonabl|welcome|heard|less|animous)\w{3,}|"
           r"dis(?:similar|satisfied|honest|advantag|agree|approv|connect)\w*|im(?:possib|moral|perfect|proper|mature)\w*|"
           r"in(?:correct|accura|appropriat|complet|effectiv|valid|adequa|suffici|capab|visib|toleran|frequen|"
           r"consisten|signific|differen|experienc|evitab)\w*|il(?:legal|logic)\w*|ir(?:relevan|regular|respons|"
           r"revers)\w*|without|absence|lack|nonexist\w*)",
    limits=r"\b(?:only|just|merely|simply|alone|solely|limited|confined|restricted|exclusively|purely|stop|mere|"
           r"also|but)\b",
)  # fmt: skip
