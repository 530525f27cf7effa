namespace Marque.Legal.Reading;

/// <summary>Reads <c>marque/legal-standards/v1</c>: standards, specifications and schemes with what is known of their citation.</summary>
internal static class StandardsFile
{
    public static void Read(Entry root, Parts parts)
    {
        if (root.Nested("request") is { } request) Request(request, parts);
        if (root.Nested("notifiedBodies") is { } bodies)
        {
            parts.NotifiedBodies = (bodies.Whole("count", 0, 100_000) ?? 0, bodies.Date("asOf"));
            parts.Refer(bodies, "basis", Refers.Citation);
            bodies.Text("source");
            bodies.Done();
        }
        else
        {
            root.Problem("notifiedBodies", "legal.missing-key", "'notifiedBodies' is missing");
        }

        foreach (var e in root.Each("standards"))
        {
            var standard = new Standard
            {
                Reference = e.Text("reference"),
                Title = e.Text("title"),
                Kind = Words.InstrumentOf(e, "kind"),
                Body = e.Optional("body"),
                WorkItem = e.Optional("workItem"),
                Request = e.Optional("request"),
                AdoptBy = e.OptionalDate("adoptBy"),
                Status = e.Text("status"),
                Planned = e.Optional("planned"),
                Expectation = e.Optional("expectation"),
                AsOf = e.Date("asOf"),
                Confidence = e.OneOf("confidence", "high", "medium", "low"),
                Sources = e.Texts("sources"),
                Categories = parts.ReferEach(e, "categories", Refers.Category),
                Horizontal = e.Flag("horizontal"),
                Citations = [.. e.Each("citations").Select(Cited)],
                Coverage = [.. e.Each("coverage").Select(c => Covered(c, parts))],
            };
            if (standard.AsOf > parts.AsOf) e.Problem("asOf", "legal.order", "newer than the newest evidence of the set");
            foreach (var citation in standard.Citations.SelectMany(c => c.Restrictions).SelectMany(r => r.Points)) parts.References.Add(new Reference(Refers.Point, citation, e.File, e.To("citations")));
            parts.Places[standard] = e;
            parts.Standards.Add(standard);
            e.Done();
        }
    }

    private static void Request(Entry request, Parts parts)
    {
        request.Text("id");
        parts.Refer(request, "act", Refers.Citation);
        request.Date("accepted");
        request.Date("expires");
        request.Ignore("draftAmendment");
        foreach (var e in request.Each("items"))
        {
            var item = new RequestItem(e.Whole("item", 1, 1000) ?? 0, e.Text("subject"), e.Date("adoptBy"), parts.ReferEach(e, "points", Refers.Point), parts.ReferIfAny(e, "category", Refers.Category));
            e.OneOf("kind", "horizontal", "vertical");
            parts.Places[item] = e;
            parts.RequestItems.Add(item);
            e.Done();
        }

        request.Done();
    }

    private static Citation Cited(Entry e)
    {
        var restrictions = new List<Restriction>();
        foreach (var r in e.Each("restrictions"))
        {
            restrictions.Add(new Restriction(r.Text("id"), r.Text("text"), r.Texts("points"), r.Digest));
            r.Done();
        }

        var citation = new Citation(e.Text("act"), e.Date("from"), e.OptionalDate("until"), restrictions);
        if (citation.Until < citation.From) e.Problem("until", "legal.order", "the citation ends before it starts");
        e.Done();
        return citation;
    }

    private static Coverage Covered(Entry e, Parts parts)
    {
        var coverage = new Coverage(parts.Refer(e, "point", Refers.Point), Words.ExtentOf(e, "extent"), e.Text("because"), parts.ReferEach(e, "leaves", Refers.Remainder), e.Texts("clauses"));
        e.Done();
        return coverage;
    }
}
