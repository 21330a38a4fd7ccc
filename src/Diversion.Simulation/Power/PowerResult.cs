using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Diversion.Evaluation.Estimates;

namespace Diversion.Simulation.Power;

/// <summary>Many simulated trials beside the truth that they were made from.</summary>
public sealed record PowerResult(TrialOrder Order, TrialTruth Truth, ImmutableArray<TrialFinding> Findings)
{
    /// <summary>How many found a difference: power, or with a true difference of 0 the false alarms.</summary>
    public Proportion Rejected => new(Findings.Count(one => one.Rejects), Findings.Length);

    /// <summary>How many intervals hold the true difference; 95 in 100 are to.</summary>
    public Proportion Covered => new(Findings.Count(one => one.Covers(Truth)), Findings.Length);

    public double MeanDifference => Findings.Average(one => one.Difference.Value);

    public double Bias => MeanDifference - Truth.Difference;

    /// <summary>Standard deviation of the estimates: how far one trial lies from another.</summary>
    public double Spread => Findings.Length < 2 ? 0 : Math.Sqrt(Findings.Sum(one => Math.Pow(one.Difference.Value - MeanDifference, 2)) / (Findings.Length - 1));

    /// <summary>Power by the formula for two shares; null when there is no true difference.</summary>
    public double? Formula => Truth is { Programme: > 0 and < 1, Control: > 0 and < 1 } && Truth.Difference != 0
        ? SampleSize.Power(Truth.Programme, Truth.Control, Order.People / 2.0)
        : null;

    /// <summary>SHA-256 over every finding to the last bit: the same order gives the same on any number of threads.</summary>
    public string Digest
    {
        get
        {
            var text = new StringBuilder();
            foreach (var one in Findings)
            {
                text.Append(CultureInfo.InvariantCulture, $"{one.Number} {one.Programme.Count}/{one.Programme.Of} {one.Control.Count}/{one.Control.Of} {one.Difference.Value:R} {one.Difference.Interval.Lower:R} {one.Difference.Interval.Upper:R} {one.P:R} {one.Net:R}\n");
            }

            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
        }
    }
}
