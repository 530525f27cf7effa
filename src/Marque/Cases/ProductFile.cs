using Marque.Legal;
using Marque.Text;
using NodaTime;

namespace Marque.Cases;

/// <summary>Reads <c>marque.yaml</c>.</summary>
internal static class ProductFile
{
    private static readonly string[] ComponentTypes = ["software-application", "embedded-device", "host-device", "network-device"];

    public static Case Read(Fields f)
    {
        var product = f.Nested("product");
        var process = f.Nested("process");
        if (!f.Has("product") && !f.Has("process")) f.Missing("product");
        if (product is not null && process is not null) f.Problem("process", "case.both", "'product' and 'process' stand together", "a case holds one of the two");
        var head = product ?? process;
        var result = new Case
        {
            Id = head?.Required("id") ?? "",
            Name = head?.Required("name") ?? "",
            Place = f.Place,
            Digest = default,
            Role = Roles.Of(f.OneOf("role", [.. Roles.All])) ?? Role.Manufacturer,
            Pins = Pins(f),
            Adoptions = [.. f.Each("adopts").Select(Adoption)],
            Instruments = [.. f.Each("instruments").Select(Instrument)],
            Uses = [.. f.Each("uses").Select(Use)],
            Lines = [.. f.Each("lines").Select(Line)],
            Events = [.. f.Each("events").Select(Event)],
        };
        Scope(f);
        if (product is not null) result = result with { Product = Product(f, product) };
        else process?.Done();
        f.Done();
        return result;
    }

    private static Product Product(Fields f, Fields p)
    {
        var maker = f.Nested("manufacturer");
        var contact = f.Nested("contact");
        var product = new Product
        {
            Type = p.Text("type"),
            IntendedPurpose = p.Text("intendedPurpose"),
            CoreFunctionality = p.Text("coreFunctionality"),
            IsFreeAndOpenSource = p.Flag("freeAndOpenSource") ?? false,
            HasPublicTechnicalDocumentation = p.Flag("publicTechnicalDocumentation") ?? false,
            Manufacturer = maker?.Required("name"),
            Address = maker?.Text("address"),
            Email = maker?.Text("email"),
            Website = maker?.Text("website"),
            Description = p.Text("description"),
            Contact = contact is null ? null : new Contact(contact.Text("email"), contact.Text("url"), contact.Text("phone")),
            Classification = f.Nested("classification") is { } c ? Classification(c) : null,
            Procedure = f.OneOf("procedure", "A", "B+C", "H", "scheme"),
            Parts = [.. f.Each("parts").Select(Part)],
            Variants = [.. f.Each("variants").Select(Variant)],
        };
        maker?.Done();
        contact?.Done();
        p.Done();
        if (product.Parts.Count == 0 && !f.Has("parts")) f.Missing("parts");
        return product;
    }

    // Why the Regulation applies (rules S-1 and S-2): for people, and for the digest of the case.
    private static void Scope(Fields f)
    {
        if (f.Nested("scope") is not { } scope) return;
        scope.Text("dataConnection");
        foreach (var (id, place) in scope.Texts("notExcludedBy"))
        {
            if (!Beginning.Scope.Exclusions.Contains(id, StringComparer.Ordinal)) f.Problems.Add(new Problem(place, "case.unknown-exclusion", $"'{id}' is no exclusion of Article 2", $"one of {string.Join(", ", Beginning.Scope.Exclusions)}"));
        }

        scope.Done();
    }

    private static Dictionary<string, (string Edition, Place Place)> Pins(Fields f)
    {
        var pins = new Dictionary<string, (string, Place)>(StringComparer.Ordinal);
        if (f.Nested("catalogs") is not { } catalogs) return pins;
        foreach (var (key, _) in catalogs.Map.Entries)
        {
            if (catalogs.Text(key.Value) is { } edition) pins[key.Value] = (edition, catalogs.PlaceOf(key.Value));
        }

        return pins;
    }

    private static Classification Classification(Fields c)
    {
        var result = new Classification(
            ProductClasses.Of(c.OneOf("class", [.. ProductClasses.All])) ?? ProductClass.Default,
            c.Text("category"), c.Required("because"), CanonicalJson.DigestOf(c.Map), c.Place);
        if (!c.Has("class")) c.Missing("class");
        if (result.Class != ProductClass.Default && !c.Has("category")) c.Missing("category");
        c.Done();
        return result;
    }

    private static Part Part(Fields p)
    {
        var part = new Part(p.Required("id"), p.Text("name") ?? "", p.OneOf("type", ComponentTypes), p.Whole("targetLevel", 1, 4), p.Flag("remoteDataProcessing") ?? false, p.Text("deployedVersion"), CanonicalJson.DigestOf(p.Map), p.Place);
        p.Text("description");
        if (part.ComponentType is not null && !p.Has("targetLevel")) p.Missing("targetLevel");
        p.Done();
        return part with { Name = part.Name.Length > 0 ? part.Name : part.Id };
    }

    private static Variant Variant(Fields v)
    {
        var variant = new Variant(v.Required("id"), v.Required("differs"), v.Text("equivalentBecause"));
        v.Done();
        return variant;
    }

    private static Adoption Adoption(Fields a)
    {
        var points = a.Texts("points");
        var digest = a.Digest("digest");
        if (digest is null && !a.Has("digest")) a.Missing("digest");
        var adoption = new Adoption(a.Required("bridge"), points is [("all", _)] ? [] : [.. points.Select(p => new RequirementRef(RequirementId.Of(p.Value), p.Place))], digest ?? default, CanonicalJson.DigestOf(a.Map), a.Place);
        a.Done();
        return adoption;
    }

    private static AppliedInstrument Instrument(Fields i)
    {
        var restrictions = new List<RestrictionAnswer>();
        foreach (var r in i.Each("restrictions"))
        {
            restrictions.Add(new RestrictionAnswer(r.Required("id"), r.Flag("hits") ?? true, r.Text("because") ?? "", CanonicalJson.DigestOf(r.Map)));
            r.Done();
        }

        (LocalDate, LocalDate?)? validity = null;
        string? level = null;
        if (i.Nested("certificate") is { } certificate)
        {
            certificate.Text("number");
            level = certificate.OneOf("level", "basic", "substantial", "high");
            if (certificate.Date("validFrom") is { } from) validity = (from, certificate.Date("validUntil"));
            else if (!certificate.Has("validFrom")) certificate.Missing("validFrom");
            certificate.Date("validUntil");
            certificate.Done();
        }

        var result = new AppliedInstrument(i.Required("reference"), i.Text("clauses"), restrictions, validity, level, i.Place);
        i.Done();
        return result;
    }

    private static ProcessUse Use(Fields u)
    {
        var digest = u.Digest("digest");
        if (digest is null && !u.Has("digest")) u.Missing("digest");
        var use = new ProcessUse(u.Required("id"), u.Required("path"), digest ?? default, u.Place);
        u.Done();
        return use;
    }

    private static ReleaseLine Line(Fields l)
    {
        var line = new ReleaseLine(l.Required("id"), l.Flag("supported") ?? true, l.Place);
        l.OneOf("versions", "semantic");
        l.Done();
        return line;
    }

    private static RecordedEvent Event(Fields e)
    {
        var on = e.Date("on");
        if (on is null && !e.Has("on")) e.Missing("on");
        var result = new RecordedEvent(e.Required("event"), on ?? default, e.Required("what"), e.Place);
        e.Done();
        return result;
    }
}
