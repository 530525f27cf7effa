namespace Marque.Legal.Reading;

/// <summary>Reads the policies: freshness, verification methods, and the automatic rules.</summary>
internal static class PolicyFiles
{
    public static void Freshness(Entry root, Parts parts)
    {
        foreach (var e in root.Each("policies"))
        {
            var policy = new FreshnessPolicy(e.Text("kind"), e.Whole("days", 1, 36_500), Words.TagOf(e, "tag"), e.Text("because"));
            parts.Places[policy] = e;
            parts.Freshness.Add(policy);
            e.Done();
        }
    }

    public static void Methods(Entry root, Parts parts)
    {
        foreach (var e in root.Each("policies"))
        {
            var policy = new MethodPolicy(e.Text("catalog"), e.Text("requirement"), e.Texts("methods"), Words.TagOf(e, "tag"), e.Text("because"));
            if (policy.Methods.Count == 0) e.Problem("methods", "legal.missing-key", "a policy that accepts no method", "name at least one");
            parts.Places[policy] = e;
            parts.Methods.Add(policy);
            e.Done();
        }
    }

    public static void AutomaticRules(Entry root, Parts parts)
    {
        foreach (var e in root.Each("rules"))
        {
            var counts = new List<(string, long)>();
            foreach (var c in e.Each("minimumCounts"))
            {
                counts.Add((c.Text("name"), c.Whole("least", 1, int.MaxValue) ?? 1));
                c.Done();
            }

            var rule = new AutomaticRule(e.Text("id"), parts.Refer(e, "requirement", Refers.Remainder), e.Texts("kinds"), counts, e.Text("because"));
            if (rule.Kinds.Count == 0) e.Problem("kinds", "legal.missing-key", "an automatic rule without a kind of fact", "a rule judges content, never its absence");
            if (counts.Count == 0) e.Problem("minimumCounts", "legal.missing-key", "an automatic rule that counts nothing", "a rule judges content, never its absence");
            parts.Places[rule] = e;
            parts.AutomaticRules.Add(rule);
            e.Done();
        }
    }
}
