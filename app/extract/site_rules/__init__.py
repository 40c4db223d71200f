"""Rules for single sites, which a host writes: where the text stands, what is no part of it, how the site is asked."""

from app.extract.site_rules.load import SiteRulesError, Sites, load_sites
from app.extract.site_rules.rules import NO_RULES, SiteRules

__all__ = ["NO_RULES", "SiteRules", "SiteRulesError", "Sites", "load_sites"]
