using System.CommandLine;
using Marque.Cases.Beginning;
using Marque.Legal;

namespace Marque.Cli.Commands;

/// <summary>What <c>marque init</c> can be told instead of asked.</summary>
internal sealed class InitOptions
{
    public Option<bool> IsProcess { get; } = new("--process-case") { Description = "Begin a process case: a development process that several products share." };

    public Option<string?> Id { get; } = new("--id") { Description = "Short id. Default: made from the name.", HelpName = "ID" };

    public Option<string?> Name { get; } = new("--name") { Description = "Name of the product or process.", HelpName = "TEXT" };

    public Option<string?> Connection { get; } = new("--connection") { Description = "Its data connection to a device or network, Article 2(1); 'none' when it has none.", HelpName = "TEXT" };

    public Option<string?> Excluded { get; } = new("--excluded") { Description = $"Exclusions of Article 2 that apply, with commas between: none, or {string.Join(", ", Scope.Exclusions)}.", HelpName = "IDS" };

    public Option<bool?> Commercial { get; } = new("--commercial") { Description = "Whether it is supplied in the course of a commercial activity, Article 3(22): true or false.", HelpName = "FLAG" };

    public Option<bool?> Foss { get; } = new("--foss") { Description = "Whether it is free and open-source software, Article 3(48): true or false.", HelpName = "FLAG" };

    public Option<bool?> PublicDocumentation { get; } = new("--public-documentation") { Description = "Whether the technical documentation is public, Article 32(5): true or false.", HelpName = "FLAG" };

    public Option<string?> Role { get; } = new("--role") { Description = $"Your role: {string.Join(", ", Roles.All)}. Default: manufacturer.", HelpName = "WORD" };

    public Option<bool?> OwnName { get; } = new("--own-name") { Description = "As importer or distributor: whether you sell it under your own name or trademark, or modify it substantially, Article 21: true or false.", HelpName = "FLAG" };

    public Option<string?> Manufacturer { get; } = new("--manufacturer") { Description = "Name of the manufacturer.", HelpName = "TEXT" };

    public Option<string?> Address { get; } = new("--address") { Description = "Postal address of the manufacturer.", HelpName = "TEXT" };

    public Option<string?> Contact { get; } = new("--contact") { Description = "Email address of the single point of contact.", HelpName = "EMAIL" };

    public Option<string?> Purpose { get; } = new("--purpose") { Description = "Intended purpose, Article 3(23).", HelpName = "TEXT" };

    public Option<string?> CoreFunctionality { get; } = new("--core-functionality") { Description = "Core functionality, which decides the class.", HelpName = "TEXT" };

    public Option<string?> Category { get; } = new("--category") { Description = "Category of Annex III or IV whose technical description fits the core functionality, such as III-I-12; or none.", HelpName = "ID" };

    public Option<string?> Because { get; } = new("--because") { Description = "Why that category, or none.", HelpName = "TEXT" };

    public Option<string?> Procedure { get; } = new("--procedure") { Description = "Conformity assessment procedure chosen: A, B+C, H, scheme.", HelpName = "WORD" };

    public Option<string[]> Part { get; } = new("--part") { Description = "A part: ID:TYPE:LEVEL, or ID:remote for remote data processing. May stand several times.", HelpName = "PART", DefaultValueFactory = _ => [] };

    public Option<string?> Process { get; } = new("--process") { Description = "Folder of the process case used.", HelpName = "DIR" };

    public Option<bool?> Adopt { get; } = new("--adopt") { Description = "Whether to adopt the bridge from IEC 62443 for every point: true or false.", HelpName = "FLAG" };

    public Option<string?> Line { get; } = new("--line") { Description = "First release line, such as 1.x.", HelpName = "ID" };

    public Option<string?> Release { get; } = new("--release") { Description = "First release, such as 1.0.0.", HelpName = "V" };

    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[IsProcess, Id, Name, Connection, Excluded, Commercial, Foss, PublicDocumentation, Role, OwnName, Manufacturer, Address, Contact, Purpose, CoreFunctionality, Category, Because, Procedure, Part, Process, Adopt, Line, Release]) command.Add(option);
    }
}
