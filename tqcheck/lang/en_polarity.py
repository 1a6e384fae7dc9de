"""What negates in English."""

from __future__ import annotations

from tqcheck.lang.polarity import polarity

POLARITY = polarity(
    hard=("not", "no", "never", "nor", "nothing", "nobody", "none", "neither", "cannot", "nowhere", "no one", "*n't", "*n’t"),
    not_negative=("not only", "not just", "not merely", "not simply", "no doubt", "whether or not", "not to mention", "no sooner",
                  "not until", "no more than", "no less than", "not less than", "not more than", "no fewer than", "not least",
                  "if not", "no matter", "No. ", "not long", "not far", "no wonder", "not a few", "not to say", "or not",
                  "not surprisingly", "not bad", "why not", "not long ago", "not always", "but not", "no later than",
                  "not later than", "not exceed", "not exceeding", "not without", "not un*", "not in*", "not im*", "not ir*"),
    more_skip=r"\bNo\.?\s?\d",
    soft=("without", "lack*", "fail*", "refus*", "deny", "den*", "unable", "hardly", "scarcely", "barely", "rarely", "seldom",
          "few", "fewer", "little", "less", "least", "only", "until", "unless", "except*", "avoid*", "prevent*", "ban", "bans",
          "banned", "forbid*", "prohibit*", "bar", "barred", "stop*", "absen*", "void", "free", "freed", "instead", "rather",
          "far from", "exclud*", "miss*", "lose*", "losing", "lost", "loss*", "reject*", "oppos*", "against", "cancel*", "exempt*",
          "regardless", "despite", "abandon*", "ignor*", "neglect*", "zero", "escap*", "reluctan*", "doubt*", "wrong*", "short of",
          "shortage*", "deficien*", "too", "difficult*", "hard", "different*", "differ*", "apart from", "other than", "but",
          "beyond", "remain*", "still", "any", "anyone", "anything", "ever", "before", "yet", "otherwise", "non*", "anti*", "dis*",
          "unlike", "*less", "impossib*", "immun*", "improper*", "imperfect*", "impatien*", "immatur*", "imbalanc*", "immoral*",
          "irregular*", "irrelevan*", "irrespons*", "irrevers*", "illegal*", "illogic*", "illitera*", "incapab*", "insuffic*",
          "inadequa*", "invalid*", "ineffect*", "inappropri*", "inaccura*", "inabil*", "incomplet*", "incorrect*", "inconven*",
          "invisib*", "inevitab*", "inequal*", "insecur*", "instab*", "indefinit*", "informal*", "indifferen*", "injustice*",
          "inexperienc*", "unkn*", "unabl*", "unavail*", "unc*", "une*", "unf*", "uns*", "unw*", "unp*", "unr*", "unl*", "unh*",
          "una*", "unb*", "unm*", "unn*", "unt*", "unu*", "unv*", "und*", "missing", "gone", "out of", "worse", "minus", "halt*",
          "suspend*", "withdr*", "resist*", "defer*", "delay*", "postpon*", "declin*", "short", "end", "ended", "ceas*", "nil",
          "bare*", "loath", "hesitat*", "dislike*", "prematur*", "empty", "vain", "blank", "rare", "meaningless", "wait"),
)  # fmt: skip
