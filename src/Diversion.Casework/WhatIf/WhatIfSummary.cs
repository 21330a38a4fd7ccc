using Diversion.Domain.WhatIf;

namespace Diversion.Casework.WhatIf;

/// <summary>A decision of a case that would have been another.</summary>
public sealed record CaseDifference(string Agreement, PastDecision Decision);

/// <summary>How often a decision became another one.</summary>
public sealed record DecisionChange(DecidedOn On, DecisionResult Own, DecisionResult Other, int Count);

/// <summary>The numbers of a run, and the cases behind them.</summary>
public sealed class WhatIfSummary
{
    private readonly List<CaseDifference> differences = [];
    private readonly Dictionary<DecidedOn, int> retaken = [];

    public int Agreements { get; private set; }

    /// <summary>Decisions that could not be taken again as they were recorded, and were left out.</summary>
    public int NotRetaken { get; private set; }

    /// <summary>How many decisions were taken again, by what they were about.</summary>
    public IReadOnlyDictionary<DecidedOn, int> Retaken => retaken;

    public IReadOnlyList<CaseDifference> Differences => differences;

    /// <summary>The same, counted; the most frequent first.</summary>
    public IReadOnlyList<DecisionChange> Changes =>
    [
        .. differences.GroupBy(one => (one.Decision.On, one.Decision.Own, one.Decision.Other))
            .Select(same => new DecisionChange(same.Key.On, same.Key.Own, same.Key.Other, same.Count()))
            .OrderByDescending(change => change.Count).ThenBy(change => change.On),
    ];

    public void Add(string agreement, RetakenPast past)
    {
        Agreements++;
        NotRetaken += past.NotRetaken;
        foreach (var decision in past.Decisions)
        {
            retaken[decision.On] = retaken.GetValueOrDefault(decision.On) + 1;
            if (decision.Differs)
            {
                differences.Add(new CaseDifference(agreement, decision));
            }
        }
    }
}
