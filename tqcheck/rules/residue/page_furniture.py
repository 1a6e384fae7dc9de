"""RES001."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from tqcheck.evidence.unit import Reading
from tqcheck.model.finding import Severity
from tqcheck.rules.base import Example, Hit, Options, Rule, Scope

# Labels of navigation, sharing and paging, also as machine translation renders 推荐阅读, 换一换, 返回首页, 分享到.
_LABELS = re.compile(
    r"(?i)\b(?:(?:see|read) also|subscribe to (?:the|our) (?:newsletter|channel)|recommended (?:reading|for you|articles?|news|content)|related (?:reading|news|articles?|links?|topics?|"
    r"reports?|content)|you (?:may|might) (?:also )?(?:like|be interested(?: in)?)|guess (?:what )?you like|"
    r"(?:change|switch|replace) (?:it|one|a (?:batch|group|set)|another(?: batch)?)|change (?:for )?(?:a )?change|"
    r"links?|friendly links?|friendship links?|more(?: news| articles| content)?|read more|see more|click (?:here|to \w+(?: \w+)?)|"
    r"(?:go )?back to (?:the )?(?:top|home(?:page)?|list)|return to (?:the )?(?:top|home ?page|list)|home ?page|home|"
    r"(?:previous|next|last) (?:article|page|one|post)|share (?:to|on|with|this)(?: (?:social (?:networks|media)|friends|article|page))?|"
    r"share|forward|print(?: this page| article)?|(?:send|e-?mail) (?:this )?(?:by (?:e-?)?mail|to (?:a )?friends?)|"
    r"send by (?:e-?)?mail|save|favou?rites?|collect(?:ion)?|like|comments?|leave a comment|subscribe|follow us|"
    r"sign (?:in|up)|log ?in|register|search|menu|sitemap|site map|contact us|about us|font size|large medium small|"
    r"scan (?:the )?(?:qr )?code(?: to \w+)*|download (?:the )?app|hot (?:news|topics?|list|words?)|ranking list|"
    r"most (?:read|popular|viewed)|top (?:stories|news)|tags?|keywords?|close(?: window)?|full screen|open app|"
    r"wechat(?: moments)?|weibo|sina weibo|qq(?: ?space| ?zone)?|qzone|facebook|twitter|whatsapp|telegram|linkedin|"
    r"instagram|tiktok|line|kakao ?talk|naver|douban|moments|circle of friends|x)\b"
)
_FILL = re.compile(r"[\s|/\\>»›·•:：,，\-–—()\[\]+&…【】]+|\b(?:and|or|to|the|a|on|by|this)\b", re.I)


@dataclass(frozen=True)
class PageFurnitureOptions(Options):
    """Options of RES001."""

    max_words: int = field(default=14, metadata={"help": "longest line, in words, that can be furniture"})


class PageFurniture(Rule):
    """A line of the page's navigation, sharing or paging labels stands in the article.

    What it does:
        Finds lines that consist of nothing but such labels, as pages print them and as machine translation renders
        them ("Recommended Reading Change it", "Share to: WeChat Weibo").

    Why it matters:
        Such a line is not part of the article; it was scraped along with it.

    What it does not flag:
        Sentences, lines with any other word in them, and a lone label in a text of one paragraph.

    Options:
        max_words: longest line, in words, that can be furniture (default 14).
    """

    code = "RES001"
    name = "page-furniture"
    severity = Severity.MINOR
    scope = Scope.TEXT
    confidence = 0.95
    options_type = PageFurnitureOptions
    examples = (
        Example("The bridge opened on Monday.\n\n[[Recommended Reading Change it]]\n\n[[Links]]"),
        Example("The bridge opened on Monday.\n\n[[Share to: WeChat Weibo]]"),
        Example("Links between the two cities are old.\n\nShare prices rose."),
        Example("Home."),
    )

    def check(self, unit: Reading) -> Iterator[Hit]:
        """Yield lines of labels."""
        body = unit.document.body
        for number, passage in enumerate(body):
            text = passage.text
            if len(text.split()) > self.options.max_words or text.rstrip().endswith((".", "!", "?")):
                continue
            labels = _LABELS.findall(text)
            if not labels or _FILL.sub("", _LABELS.sub("", text)):
                continue
            if len(labels) == 1 and len(text.split()) < 3 and (len(body) < 3 or number < len(body) // 2):
                continue
            yield Hit(passage.whole, f'"{text.strip()}" is a label of the page, not part of the article: leave it out')
