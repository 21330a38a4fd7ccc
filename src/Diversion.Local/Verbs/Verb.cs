using System.CommandLine;

namespace Diversion.Local.Verbs;

/// <param name="Examples">Command lines to copy, each with what it does.</param>
internal sealed record Verb(Command Command, params IReadOnlyList<(string Line, string Does)> Examples)
{
    /// <summary>Verbs that follow this one: <c>import offences</c>.</summary>
    public IReadOnlyList<Verb> Below { get; init; } = [];
}
