using System.Text;

namespace Marque.Components.Conformance.Json;

/// <summary>All that is asked of one value at once: every schema that applies to it or may, each once. A value is read once, however many alternatives look at it.</summary>
internal sealed class State
{
    private readonly Automaton automaton;
    private readonly Dictionary<byte[], int> names = new(Utf8Names.Comparer);
    private readonly Dictionary<byte[], int>.AlternateLookup<ReadOnlySpan<byte>> look;
    private readonly Transition?[] fields;
    private readonly Dictionary<SchemaNode, int> index = [];
    private Transition? other;
    private Transition[]? firstItems;
    private Transition? items;

    public State(Automaton automaton, IReadOnlyList<SchemaNode> roots)
    {
        this.automaton = automaton;
        var order = new List<SchemaNode>();
        foreach (var root in roots) Close(root, order);
        Groups = [.. order];
        Roots = [.. roots.Select(r => index[r])];
        Combinations = [.. Groups.Select(g => g.HasCombination || g.NoUnevaluated ? new Combination(g, n => index[n]) : null)];
        Conjunctive = new ulong[Groups.Length];
        for (var i = 0; i < Math.Min(64, Roots.Length); i++) Conjunct(Roots[i], 1UL << i);
        Holds = Groups.Any(g => g.HasChoice);
        Unevaluated = Groups.Any(g => g.NoUnevaluated);
        Unique = Groups.Any(g => g.UniqueItems);
        Counts = Groups.Any(g => g.MinProperties > 0 || g.MaxProperties < int.MaxValue);
        Combines = Combinations.Any(c => c is not null);
        TextGroups = Where(g => g.ChecksText);
        ValueGroups = Where(g => g.Values is not null);
        Allowed = Groups.Length == 1 ? Groups[0].Types : Kinds.None;
        foreach (var name in Groups.SelectMany(g => g.Properties.Keys.Concat(g.Required))) names.TryAdd(name, names.Count);
        look = names.GetAlternateLookup<ReadOnlySpan<byte>>();
        fields = new Transition?[names.Count];
        Words = (names.Count + 63) / 64;
        Required = [.. Groups.Select((g, i) => (Group: i, Node: g)).Where(g => g.Node.Required.Count > 0).Select(g => new RequiredNames(g.Group, g.Node.Required, [.. g.Node.Required.Select(n => names[n])]))];
        Role = Groups.Select(g => g.Role).Where(r => r != Role.None).DefaultIfEmpty().Min();
    }

    /// <summary>The schemas, those combined before those that combine them.</summary>
    public SchemaNode[] Groups { get; }

    /// <summary>The groups that were asked for.</summary>
    public int[] Roots { get; }

    public Combination?[] Combinations { get; }

    /// <summary>For each group the roots (as bits) that cannot hold without it.</summary>
    public ulong[] Conjunctive { get; }

    public bool Holds { get; }

    public bool Unevaluated { get; }

    public bool Unique { get; }

    /// <summary>Whether the fields of an object are counted.</summary>
    public bool Counts { get; }

    public bool Combines { get; }

    public int[] TextGroups { get; }

    public int[] ValueGroups { get; }

    public Kinds Allowed { get; }

    /// <summary>How many words of bits the names take that the schemas know.</summary>
    public int Words { get; }

    public RequiredNames[] Required { get; }

    /// <summary>What a text here stands for.</summary>
    public Role Role { get; }

    /// <summary>What follows for the value of a field.</summary>
    public Transition Field(ReadOnlySpan<byte> name)
    {
        if (!look.TryGetValue(name, out var known, out var at)) return other ??= Follow(g => g.AdditionalProperties, -1);
        return fields[at] ??= Follow(g => g.Properties.TryGetValue(known, out var property) ? property : g.AdditionalProperties, at);
    }

    /// <summary>What follows for the item of a list.</summary>
    public Transition Item(int at)
    {
        firstItems ??= [.. Enumerable.Range(0, Groups.Select(g => g.FirstItems.Count).DefaultIfEmpty().Max()).Select(i => Follow(g => i < g.FirstItems.Count ? g.FirstItems[i] : g.Items, -1))];
        return at < firstItems.Length ? firstItems[at] : items ??= Follow(g => g.Items, -1);
    }

    private Transition Follow(Func<SchemaNode, SchemaNode?> next, int name)
    {
        var roots = new List<SchemaNode>();
        var routes = new List<Route>();
        var forbidding = new List<int>();
        for (var g = 0; g < Groups.Length; g++)
        {
            var node = next(Groups[g]);
            if (node is null) continue;
            if (node.Never) forbidding.Add(g);
            else
            {
                var root = roots.IndexOf(node);
                if (root < 0)
                {
                    root = roots.Count;
                    roots.Add(node);
                }

                routes.Add(new Route(g, root));
            }
        }

        return new Transition(automaton, roots, [.. routes], [.. forbidding], name);
    }

    private void Close(SchemaNode node, List<SchemaNode> order)
    {
        if (index.ContainsKey(node)) return;
        index.Add(node, -1);
        foreach (var part in node.All.Concat(node.Any).Concat(node.One)) Close(part, order);
        if (node.Not is not null) Close(node.Not, order);
        if (node.If is not null) Close(node.If, order);
        if (node.Then is not null) Close(node.Then, order);
        if (node.Else is not null) Close(node.Else, order);
        index[node] = order.Count;
        order.Add(node);
    }

    private void Conjunct(int group, ulong root)
    {
        if ((Conjunctive[group] & root) != 0) return;
        Conjunctive[group] |= root;
        foreach (var part in Groups[group].All) Conjunct(index[part], root);
    }

    private int[] Where(Func<SchemaNode, bool> holds) => [.. Enumerable.Range(0, Groups.Length).Where(i => holds(Groups[i]))];
}

/// <summary>A group that names fields which must be there; each with its number among the state's names.</summary>
internal sealed record RequiredNames(int Group, IReadOnlyList<byte[]> Names, int[] Indexes)
{
    public string Text(int at) => Encoding.UTF8.GetString(Names[at]);
}

/// <summary>That a group of a state holds only if a root of the next one does.</summary>
internal readonly record struct Route(int Group, int Root);

/// <summary>How a group combines others, as their numbers in the state.</summary>
internal sealed class Combination(SchemaNode node, Func<SchemaNode, int> index)
{
    public int[] All { get; } = [.. node.All.Select(index)];

    public int[] Any { get; } = [.. node.Any.Select(index)];

    public int[] One { get; } = [.. node.One.Select(index)];

    public int Not { get; } = node.Not is null ? -1 : index(node.Not);

    public int If { get; } = node.If is null ? -1 : index(node.If);

    public int Then { get; } = node.Then is null ? -1 : index(node.Then);

    public int Else { get; } = node.Else is null ? -1 : index(node.Else);

    public bool NoUnevaluated { get; } = node.NoUnevaluated;
}

/// <summary>From a state over a field or an item to the next state.</summary>
internal sealed class Transition(Automaton automaton, List<SchemaNode> roots, Route[] routes, int[] forbidding, int name)
{
    private State? child;

    /// <summary>What is asked of the value; made when it is first met.</summary>
    public State Child => child ??= automaton.State(roots);

    public Route[] Routes { get; } = routes;

    /// <summary>The groups that allow nothing here.</summary>
    public int[] Forbidding { get; } = forbidding;

    /// <summary>The number of the field's name in the state; -1: not one of the schema's.</summary>
    public int Name { get; } = name;
}

/// <summary>The states of one schema, made as they are met.</summary>
internal sealed class Automaton
{
    private readonly Dictionary<string, State> states = new(StringComparer.Ordinal);

    public State State(IReadOnlyList<SchemaNode> roots)
    {
        var key = string.Join(',', roots.Select(r => r.Id));
        if (!states.TryGetValue(key, out var state)) states.Add(key, state = new State(this, roots));
        return state;
    }
}
