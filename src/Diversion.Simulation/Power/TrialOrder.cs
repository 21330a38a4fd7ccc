using Diversion.Domain.Trials;
using Diversion.Evaluation.FollowUps;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.Planning;

namespace Diversion.Simulation.Power;

/// <summary>Which trials to simulate, to see what they would find before one of them starts.</summary>
/// <param name="People">Allocated in each trial.</param>
/// <param name="Months">Of follow-up: 12 or 24.</param>
/// <param name="Usual">Share of those processed as usual who offend again within 24 months, proven or not.</param>
/// <param name="Programme">The same of those who receive the programme.</param>
/// <param name="Signing">Share of those allocated to the programme who sign; the others are processed as usual.</param>
/// <param name="Behaviour">Everything else that the model needs.</param>
public sealed record TrialOrder(int Trials, int People, int Months, ulong Seed, double Usual, double Programme, double Signing, Behaviour Behaviour)
{
    public const int MostTrials = 10_000;
    public const int FewestPeople = 20;
    public const int MostPeople = TrialDecider.MostPeople;

    /// <summary>As the behaviour file has them.</summary>
    public static TrialOrder Of(Behaviour behaviour, int trials = 400, int people = 800, int months = 24, ulong seed = 7) => new(
        trials,
        people,
        months,
        seed,
        behaviour["reoffending.within24.usual"],
        behaviour["reoffending.within24.programme"],
        1 - behaviour["offer.declined"] - behaviour["offer.lapsed"],
        behaviour);

    public ReoffendingRule Rule => Months == 12 ? ReoffendingRule.Proven12 : ReoffendingRule.Proven24;

    internal ReoffendingFigures Figures => ReoffendingFigures.Of(Behaviour) with { Usual = Usual, Programme = Programme };

    /// <returns>What is wrong with the order and what to change; null when nothing is.</returns>
    public string? Fault() =>
        Trials is < 1 or > MostTrials ? $"--trials is {Trials}; give 1 to {MostTrials}."
        : People is < FewestPeople or > MostPeople ? $"--participants is {People}; give {FewestPeople} to {MostPeople}, the most that a trial can have."
        : Months is not (12 or 24) ? $"--months is {Months}; give 12 or 24."
        : !IsShare(Usual) ? Share("--usual", Usual)
        : !IsShare(Programme) ? Share("--programme", Programme)
        : Signing is not (> 0 and <= 1) ? $"--signing is {Signing}; give a share above 0 and up to 1, such as 0.91."
        : null;

    private static bool IsShare(double value) => value is >= 0 and <= 0.95;

    private static string Share(string option, double value) => $"{option} is {value}; give a share from 0 to 0.95, such as 0.48.";
}
