package read

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/publicsuffix"

	"ascribe"
)

// tracking are the query parameters that name a click, not a page.
var tracking = setOf(`fbclid gclid dclid gbraid wbraid msclkid yclid igshid mc_cid mc_eid cmpid cmp ref_src ref_url ocid
	ncid sr_share smid smtyp partner _ga _gl at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 xtor
	spm share_id cid ito ns_campaign ns_mchannel ns_source ns_linkname wt_mc wt.mc_id feedtype feedname src_tk`)

// archived is the address of a page kept by a web archive.
var archived = regexp.MustCompile(`^https?://(?:web\.archive\.org/web|archive\.org/wayback|webarchive\.[a-z.]+/[a-z]+)/(?:\d{4,14}[a-z_]*|\*)/(.+)$`)

// Canonical returns the address of an article as it is compared and stored:
// without what an archive, a click counter or a browser added. What is no web
// address is returned as it is.
func Canonical(raw string) string {
	raw = strings.TrimSpace(raw)
	if m := archived.FindStringSubmatch(raw); m != nil {
		raw = m[1]
		if !strings.Contains(raw, "://") {
			raw = "http://" + raw
		}
	}
	u, err := url.Parse(raw)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return raw
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	u.Host = strings.TrimSuffix(strings.ToLower(u.Host), ".")
	if p := u.Port(); p == "80" && u.Scheme == "http" || p == "443" && u.Scheme == "https" || p == "80" {
		u.Host = strings.TrimSuffix(u.Host, ":"+p)
	}
	if u.Path == "" {
		u.Path = "/"
	}
	if u.RawQuery != "" {
		u.RawQuery = cleanQuery(u.RawQuery)
		u.ForceQuery = false
	}
	return u.String()
}

// cleanQuery drops the tracking parameters and keeps the others as they are.
func cleanQuery(raw string) string {
	var keep []string
	for part := range strings.SplitSeq(raw, "&") {
		key, _, _ := strings.Cut(strings.ToLower(part), "=")
		if part == "" || tracking[key] || strings.HasPrefix(key, "utm_") || strings.HasPrefix(key, "pk_") || strings.HasPrefix(key, "mtm_") || strings.HasPrefix(key, "hsa_") {
			continue
		}
		keep = append(keep, part)
	}
	return strings.Join(keep, "&")
}

// OutletOf returns the registrable domain of an address, "" when it has none.
func OutletOf(address string) ascribe.OutletID {
	u, err := url.Parse(Canonical(address))
	if err != nil || u.Hostname() == "" {
		return ""
	}
	return ascribe.OutletID(registrable(u.Hostname()))
}

func registrable(host string) string {
	host = strings.TrimSuffix(strings.ToLower(host), ".")
	if d, err := publicsuffix.EffectiveTLDPlusOne(host); err == nil {
		return d
	}
	return host
}
