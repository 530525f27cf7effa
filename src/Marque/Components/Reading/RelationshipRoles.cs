using System.Text;

namespace Marque.Components.Reading;

/// <summary>What types of relationships mean for the graph (SPDX 2.3, clause 11; SPDX 3.0, RelationshipType).</summary>
internal sealed class RelationshipRoles(SbomBuilder into)
{
    private readonly Dictionary<int, RelationshipRole> known = [];

    /// <summary>Keeps a type and says what it means.</summary>
    public (int Type, RelationshipRole Role) Of(ReadOnlySpan<byte> type)
    {
        var position = into.Once(type);
        if (!known.TryGetValue(position, out var role)) known[position] = role = Meaning(Encoding.UTF8.GetString(type));
        return (position, role);
    }

    // DEPENDS_ON and dependsOn alike.
    private static RelationshipRole Meaning(string type) => type.Replace("_", "", StringComparison.Ordinal).ToUpperInvariant() switch
    {
        "DEPENDSON" or "HASPREREQUISITE" or "DYNAMICLINK" or "STATICLINK" => RelationshipRole.DependsOn,
        "HASDYNAMICLINK" or "HASSTATICLINK" or "HASOPTIONALDEPENDENCY" or "HASPROVIDEDDEPENDENCY" => RelationshipRole.DependsOn,
        "DEPENDENCYOF" or "BUILDDEPENDENCYOF" or "DEVDEPENDENCYOF" or "OPTIONALDEPENDENCYOF" or "PROVIDEDDEPENDENCYOF" or "TESTDEPENDENCYOF" or "RUNTIMEDEPENDENCYOF" or "PREREQUISITEFOR" => RelationshipRole.DependencyOf,
        "CONTAINS" or "HASOPTIONALCOMPONENT" => RelationshipRole.Contains,
        "CONTAINEDBY" or "PACKAGEOF" or "OPTIONALCOMPONENTOF" => RelationshipRole.ContainedBy,
        "DESCRIBES" => RelationshipRole.Describes,
        "DESCRIBEDBY" => RelationshipRole.DescribedBy,
        _ => RelationshipRole.Other,
    };
}
