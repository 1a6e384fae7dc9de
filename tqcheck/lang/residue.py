"""Lines of a page that are not the article, in the source's own language: nobody need translate them."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[©ⓒ|｜]|\(c\) ?\d{4}|@\w+\.\w")
# Words of copyright and liability notices, credits and sharing in the languages of the press.
_CUES = re.compile(
    r"版权|转载|免责|本网|本站|声明[：:]|责任编辑|责编|编辑[：:]|来源[：:]|作者[：:]|分享到|返回首页|推荐阅读|相关新闻|延伸阅读|换一换|扫一扫|"
    r"無断転載|著作権|編集[：:]|関連記事|シェア|무단|저작권|편집[：:]|관련 ?기사|공유|"
    r"\b(?:droits réservés|reproduction interdite|n'engagent que|partager sur|imprimer|rédaction\s*:|retour à l'accueil|"
    r"derechos reservados|compartir en|imprimir|edición\s*:|texto\s*:|volver a|"
    r"alle rechte|nachdruck|redaktion\s*:|foto\s*:|drucken|teilen|zur startseite|"
    r"все права|перепечатк|редактор\s*:|поделиться|читайте также|подписаться|на главную|"
    r"all rights reserved|copyright|disclaimer|responsible editor|todos os direitos|tutti i diritti)"
    r"|حقوق|تحرير\s*:|شارك",
    re.I,
)
_LABELLED = re.compile(r"^\W*[^\s:：]{1,14}(?: [^\s:：]{1,14})?\s*[:：]\s*\S[^.。!?！？]{0,60}$")
_ENDED = re.compile(r"[.。!?！？…”\"»」』)）]\s*$")


def is_residue(paragraph: str) -> bool:
    """Whether a paragraph reads like a page's credits, notices, navigation or sharing labels, in any language.

    A guess that only ever silences: a paragraph that it takes for residue is not missed in a rendering.
    """
    text = paragraph.strip()
    if len(text) > 250:
        return False
    cue = _CUES.search(text) is not None
    if _SIGNS.search(text) and (cue or not _ENDED.search(text)):
        return True
    if _LABELLED.match(text):
        return True
    return cue and (not _ENDED.search(text) or len(text) < 120)
