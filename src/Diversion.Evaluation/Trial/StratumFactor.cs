namespace Diversion.Evaluation.Trial;

/// <summary>A fact by which a trial is stratified, with every value that it can have.</summary>
/// <param name="Id">A short code: <c>risk-band</c>.</param>
/// <param name="Values">Codes: <c>medium</c>, <c>low</c>.</param>
public sealed record StratumFactor(string Id, ImmutableArray<string> Values);
