using Diversion.Evaluation.Estimates;

namespace Diversion.Evaluation.Measures;

/// <summary>A number with everything that a reader needs to know how it was made.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Definition">What is counted, over what, in words.</param>
/// <param name="Method">Estimator and interval, with its source.</param>
/// <param name="Estimate">Null when there is nobody to count.</param>
/// <param name="Count">Numerator: people, reoffences or another thing that the definition names.</param>
/// <param name="Of">Denominator.</param>
public sealed record Figure(string Name, string Definition, string Method, Estimate? Estimate, long Count, long Of)
{
    public FigureUnit Unit { get; init; }

    /// <summary>People left out of the denominator, by reason.</summary>
    public ImmutableArray<Exclusion> Excluded { get; init; } = [];

    internal static Figure Share(string name, string definition, int count, int of, ImmutableArray<Exclusion> excluded = default) =>
        new(name, definition, Methods.Wilson, new Proportion(count, of).Wilson(), count, of) { Excluded = excluded.IsDefault ? [] : excluded };
}
