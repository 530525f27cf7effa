namespace Marque.Legal.Reading;

/// <summary>Reads the points of Annex I, the obligations, the categories, the dates and the sources.</summary>
internal static class LawFiles
{
    public static void Points(Entry root, Parts parts)
    {
        foreach (var e in root.Each("points"))
        {
            var point = new AnnexPoint(e.Text("id"), e.Text("title"), parts.Refer(e, "provision", Refers.Provision), e.Text("text"), e.Digest);
            parts.Places[point] = e;
            parts.Points.Add(point);
            e.Done();
        }
    }

    public static void Obligations(Entry root, Parts parts)
    {
        foreach (var e in root.Each("inputs"))
        {
            parts.Inputs.Add(e.Text("id"));
            e.Text("what");
            e.Done();
        }

        foreach (var e in root.Each("events"))
        {
            parts.Events.Add(new ObligationEvent(e.Text("id"), e.Text("what"), parts.Refer(e, "basis", Refers.Citation)));
            e.Done();
        }

        foreach (var e in root.Each("obligations"))
        {
            var obligation = new Obligation(e.Text("id"), e.Text("title"), parts.Refer(e, "provision", Refers.Provision), Words.RolesOf(e, "roles"), Words.TagOf(e, "tag"), e.Date("appliesFrom"), parts.Refer(e, "basis", Refers.Citation), parts.ReferIfAny(e, "event", Refers.Event), parts.ReferEach(e, "feeds", Refers.Feed), e.Optional("condition"), e.Digest)
            {
                ConditionFrom = parts.ReferIfAny(e, "conditionFrom", Refers.Provision),
                Classes = Words.ClassesOf(e, "classes"),
                Module = e.Optional("module"),
                IsPermission = e.FlagIfAny("permission"),
                Note = e.Optional("note"),
            };
            if (obligation.Roles.Count == 0) e.Problem("roles", "legal.missing-key", $"the obligation '{obligation.Id}' is nobody's", "name at least one role");
            parts.Places[obligation] = e;
            parts.Obligations.Add(obligation);
            e.Done();
        }
    }

    public static void Categories(Entry root, Parts parts)
    {
        if (root.Nested("descriptionAct") is { } act)
        {
            parts.Refer(act, "reference", Refers.Citation);
            act.Text("eli");
            act.Date("inForce");
            act.Done();
        }

        foreach (var e in root.Each("categories"))
        {
            var category = new Category(e.Text("id"), Words.ClassOf(e, "class"), e.Text("text"), e.Texts("description"), e.Flag("complete"), e.Texts("unverified")) { Provision = parts.Refer(e, "provision", Refers.Provision) };
            if (category.Complete != (category.Unverified.Count == 0)) e.Problem("complete", "legal.inconsistent", $"'{category.Id}' is complete exactly when nothing of it is unverified");
            parts.Places[category] = e;
            parts.Categories.Add(category);
            e.Done();
        }
    }

    public static void Dates(Entry root, Parts parts)
    {
        foreach (var e in root.Each("dates"))
        {
            var date = new ApplicationDate(e.Text("rule"), e.Date("date"), e.Text("what"), parts.Refer(e, "basis", Refers.Citation)) { Tag = Words.TagOf(e, "tag"), Confidence = e.OneOf("confidence", "high", "medium", "low") };
            parts.Places[date] = e;
            parts.Dates.Add(date);
            e.Done();
        }
    }

    public static void Sources(Entry root, Parts parts)
    {
        foreach (var e in root.Each("sources"))
        {
            var source = new LegalSource(e.Text("name"), Words.SourceKindOf(e, "kind"), e.Text("what"), e.Optional("reference"), e.Text("seen"));
            parts.Places[source] = e;
            parts.Sources.Add(source);
            e.Done();
        }
    }
}
