using Diversion.Domain.Agreements;

namespace Diversion.Functions.Workflows;

/// <summary>
/// What the phase of a workflow is, beside its name: what it waits for, what time alone does in it, and how it ends. It only
/// tells; the domain decides. A test compares it with what falls due in random lives of agreements, and makes
/// <c>docs/workflows.md</c> from both.
/// </summary>
public sealed record PhaseDeclaration
{
    /// <summary>
    /// The rules (<see cref="Domain.RuleIds"/>) of what people have to do. The workflow reminds the owner, and escalates
    /// along the scheme's ladder until it is done.
    /// </summary>
    public required IReadOnlyList<string> WaitsFor { get; init; }

    /// <summary>What happens by the passing of time alone, whatever people do.</summary>
    public IReadOnlyList<DueKind> TimeDoes { get; init; } = [];

    /// <summary>Whether something may still be due when the agreement has ended.</summary>
    public bool OutlivesTheAgreement { get; init; }

    /// <summary>In words.</summary>
    public required string EndsWith { get; init; }
}
