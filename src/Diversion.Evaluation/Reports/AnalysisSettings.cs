using Diversion.Evaluation.FollowUps;
using Diversion.Evaluation.Harm;
using Diversion.Evaluation.Measures;
using Diversion.Evaluation.Money;
using Diversion.Evaluation.Rows;

namespace Diversion.Evaluation.Reports;

/// <summary>What decides a report beside the rows.</summary>
public sealed record AnalysisSettings(string Title, Instant DataAsOf, string CodeVersion)
{
    /// <summary>12 or 24: the follow-up of the primary outcome.</summary>
    public int Months { get; init; } = 12;

    /// <summary>Code and title of the trial that the report is about; null takes everybody who was allocated, in whichever.</summary>
    public (string Code, string Title)? Trial { get; init; }

    public Arms Arms { get; init; } = new("programme", "control");

    /// <summary>As readers know them.</summary>
    public string ProgrammeName { get; init; } = "The programme";

    public string ControlName { get; init; } = "Usual processing";

    /// <summary>Null: the force has imported none.</summary>
    public HarmIndex? Harm { get; init; }

    /// <summary>Null: there are no unit costs.</summary>
    public CostSheet? Costs { get; init; }

    /// <summary>In words: where the unit costs are from.</summary>
    public string? CostsUsed { get; init; }

    /// <summary>The outlines of wards and districts, as far as the force has supplied them.</summary>
    public ImmutableDictionary<GroupKind, Drawings.Boundaries> Maps { get; init; } = ImmutableDictionary<GroupKind, Drawings.Boundaries>.Empty;

    /// <summary>Of every bootstrap; stated with its result.</summary>
    public ulong Seed { get; init; } = 2016;

    /// <summary>What a group's code means: <c>W1</c>, <c>theft</c>; the code itself when it is not known.</summary>
    public Func<GroupKind, string, string> GroupName { get; init; } = static (_, code) => code;

    public ReoffendingRule Rule => Months == 24 ? ReoffendingRule.Proven24 : ReoffendingRule.Proven12;

    public ReoffendingRule OutOfCourt => Months == 24 ? ReoffendingRule.OutOfCourt24 : ReoffendingRule.OutOfCourt12;
}
