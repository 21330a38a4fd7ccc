using Diversion.Domain.Agreements;
using Diversion.Domain.FollowUp;
using Diversion.Domain.Referral;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>
/// What people do in the two years after allocation or signing, by a stated model. A person's proven reoffences are a
/// Poisson process whose rate is the arm's times a frailty of the person's own, gamma-distributed with mean 1: so a few
/// offend often and most never, and the number of reoffences is negative binomial. The arm's rate follows from the share
/// that reoffends within 24 months: with shape k, (1 + rate × 2 / k)^−k do not.
/// </summary>
/// <remarks>The treatment works on who received it: whoever was allocated to the programme and did not sign offends as the control arm does.</remarks>
internal sealed class ReoffendingModel(ReoffendingFigures figures)
{
    private const double Years = 2;
    private const double DaysAYear = 365.25;
    private const double MonthsAYear = 12;

    private readonly double shape = Math.Max(0.05, figures.FrailtyShape);
    private readonly double daysToProof = Math.Max(1, figures.DaysToProof);

    public ReoffendingModel(Behaviour behaviour)
        : this(ReoffendingFigures.Of(behaviour))
    {
    }

    /// <summary>What a perfect count of endless people would find, by the formula and not by drawing.</summary>
    /// <remarks>
    /// Offences with a counted outcome in time are a Poisson process of their own: of those on day t of T days, the share that
    /// is not dealt with out of court and is proven in the T + W − t days that are left.
    /// </remarks>
    /// <param name="months">Of follow-up, at most 24.</param>
    /// <param name="waiting">Months more for the outcome.</param>
    /// <returns>The share of people with a counted reoffence, and counted reoffences a person.</returns>
    public (double Share, double Mean) Expected(bool isTreated, int months, int waiting)
    {
        var (days, wait) = (months * DaysAYear / MonthsAYear, waiting * DaysAYear / MonthsAYear);
        var proven = days - (daysToProof * (Math.Exp(-wait / daysToProof) - Math.Exp(-(days + wait) / daysToProof)));
        var mean = RateOf(isTreated) / DaysAYear * (1 - figures.OutOfCourt) * proven;
        return (1 - Math.Pow(1 + (mean / shape), -shape), mean);
    }

    /// <summary>A year, before frailty.</summary>
    /// <param name="share">Who reoffends within 24 months, from 0 to below 1.</param>
    public static double RateOf(double share, double shape) => shape * (Math.Pow(1 - Math.Clamp(share, 0, 0.99), -1 / shape) - 1) / Years;

    /// <summary>As the police's records have it on the day up to which they are searched.</summary>
    /// <param name="chance">The person's own, apart from everything else that they do.</param>
    public IEnumerable<FollowUpCommand.RecordReoffence> Of(AgreementState state, LocalDate searched, Chance chance)
    {
        if (state.FollowUpStart is not { } start)
        {
            yield break;
        }

        var number = 0;
        foreach (var offence in Offences(chance, state.Term is not null && state.Referral.Arm != TrialArm.Control))
        {
            var (on, proven) = (start.PlusDays(offence.Day), start.PlusDays(offence.Day + offence.DaysToProof));
            number++;
            if (on <= searched && !(state.FollowUp.Left is { } left && on > left.On))
            {
                yield return proven <= searched
                    ? new FollowUpCommand.RecordReoffence($"SIM-{number}", on, offence.Outcome, proven, null, offence.Group)
                    : new FollowUpCommand.RecordReoffence($"SIM-{number}", on, ReoffenceOutcome.Open, null, null, offence.Group);
            }
        }
    }

    /// <summary>Every offence within 24 months, in order of time.</summary>
    public IEnumerable<(int Day, int DaysToProof, ReoffenceOutcome Outcome, string Group)> Offences(Chance chance, bool isTreated)
    {
        foreach (var day in Days(chance, isTreated))
        {
            var toProof = (int)(Exponential(chance) * daysToProof);
            var outcome = chance.Happens(figures.OutOfCourt) ? ReoffenceOutcome.CommunityResolution : chance.Happens(figures.Cautioned) ? ReoffenceOutcome.Caution : ReoffenceOutcome.Conviction;
            yield return (Math.Max(1, (int)day), toProof, outcome, OffenceKinds.All[chance.Below(OffenceKinds.All.Length)].Group);
        }
    }

    /// <summary>Days from the start to each offence within 24 months, ascending.</summary>
    internal IEnumerable<double> Days(Chance chance, bool isTreated)
    {
        var rate = RateOf(isTreated) * Gamma(chance, shape);
        for (var day = Wait(chance, rate); day <= Years * DaysAYear; day += Wait(chance, rate))
        {
            yield return day;
        }
    }

    private double RateOf(bool isTreated) => RateOf(isTreated ? figures.Programme : figures.Usual, shape);

    /// <summary>A millionth of a day at least, so that the largest frailty comes to an end.</summary>
    private static double Wait(Chance chance, double rate) => rate <= 0 ? double.PositiveInfinity : Math.Max(1e-6, Exponential(chance) / rate * DaysAYear);

    private static double Exponential(Chance chance) => -Math.Log(1 - chance.Unit());

    /// <summary>With mean 1 (Marsaglia and Tsang 2000; below shape 1 by the usual power of a uniform number).</summary>
    private static double Gamma(Chance chance, double shape)
    {
        var (k, boost) = shape < 1 ? (shape + 1, Math.Pow(1 - chance.Unit(), 1 / shape)) : (shape, 1.0);
        var d = k - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(chance);
            var v = Math.Pow(1 + (c * x), 3);
            if (v > 0 && Math.Log(1 - chance.Unit()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v * boost / shape;
            }
        }
    }

    private static double Normal(Chance chance) => Math.Sqrt(-2 * Math.Log(1 - chance.Unit())) * Math.Cos(2 * Math.PI * chance.Unit());
}
