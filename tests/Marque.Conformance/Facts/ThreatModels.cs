using Marque.Facts;

namespace Marque.Conformance.Facts;

/// <summary>Threat models of Threat Dragon, Threagile and pytm (corpus "threat-models"): the malformed ones are refused, the rest is read.</summary>
public class ThreatModels
{
    [Fact]
    public void Threat_Dragon_models_are_read_and_malformed_ones_refused()
    {
        var complaints = new List<string>();
        var folder = Corpora.Folder("threat-models");
        var read = 0;
        foreach (var file in Corpora.Files("threat-models", ".json").Where(f => f.Contains("threat-dragon", StringComparison.Ordinal)))
        {
            var name = Path.GetRelativePath(folder, file);
            // Schemas, lists of threat types, parts of models and a template with a model inside are no models.
            if (name.Contains("schema.json", StringComparison.Ordinal) || name.Contains("threats/models", StringComparison.Ordinal) || name.Contains("mockTd", StringComparison.Ordinal) || name.Contains("test-template", StringComparison.Ordinal)) continue;
            read++;
            using var content = File.OpenRead(file);
            var check = ContentCheck.Run(content, null, Expectation.None);
            if (name.Contains("malformed", StringComparison.Ordinal) != (check.Outcome == Outcome.Unreadable)) complaints.Add($"{name}: {check.Kind} {check.Outcome} {(check.Findings.Count == 0 ? null : check.Findings[0])}");
            else if (check.Outcome != Outcome.Unreadable && check.Kind != (name.EndsWith(".cdx.json", StringComparison.Ordinal) ? FactKind.CycloneDx : FactKind.ThreatDragon)) complaints.Add($"{name}: taken for {check.Kind}");
            else if (name.Contains("new-model", StringComparison.Ordinal) && !name.Contains("malformed", StringComparison.Ordinal) && check.Outcome != Outcome.Vacuous) complaints.Add($"{name}: a new model proves nothing, is {check.Outcome} {string.Join(' ', check.Counts)}");
        }

        Assert.True(read > 25, $"{read} models");
        Corpora.None(complaints, $"{read} models");
    }

    [Fact]
    public void The_demonstration_model_has_the_threats_that_it_shows()
    {
        var file = Path.Combine(Corpora.Folder("threat-models"), "threat-dragon/ThreatDragonModels/v2-threat-model.json");
        Assert.SkipUnless(File.Exists(file), "this model is not here");
        using var content = File.OpenRead(file);
        var check = ContentCheck.Run(content, FactKind.ThreatDragon, new Expectation { ThreatsTreated = true });
        // Counted by hand with: grep -c '"status": "Open"', '"status": "Mitigated"'.
        Assert.Equal(File.ReadAllText(file).Split("\"status\": \"Open\"").Length - 1, check.Count("open"));
        Assert.Equal(File.ReadAllText(file).Split("\"status\": \"Mitigated\"").Length - 1, check.Count("mitigated"));
        Assert.Equal(Outcome.Contradicts, check.Outcome);
    }

    [Fact]
    public void Threagile_models_and_pytm_outputs_are_read()
    {
        var complaints = new List<string>();
        var folder = Corpora.Folder("threat-models");
        var read = 0;
        foreach (var file in Corpora.Files("threat-models", ".yaml", "output.json").Where(f => !f.Contains("threat-dragon", StringComparison.Ordinal)))
        {
            var name = Path.GetRelativePath(folder, file);
            using var content = File.OpenRead(file);
            var check = ContentCheck.Run(content, null, Expectation.None);
            if (check.Kind is not (FactKind.Threagile or FactKind.Pytm)) continue;
            read++;
            if (check.Outcome == Outcome.Unreadable) complaints.Add($"{name}: {check.Findings[0]}");
        }

        Assert.SkipWhen(read == 0, "no Threagile model and no pytm output is here");
        Corpora.None(complaints, $"{read} models");
    }
}
