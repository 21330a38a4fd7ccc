using System.CommandLine;

namespace Diversion.Local.Verbs;

/// <param name="Examples">Command lines that can be copied, each with what it does.</param>
internal sealed record Verb(Command Command, params IReadOnlyList<(string Line, string Does)> Examples);
