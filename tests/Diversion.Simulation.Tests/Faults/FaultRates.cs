using Diversion.Simulation.Behaviours;

namespace Diversion.Simulation.Tests.Faults;

/// <summary>
/// How likely each fault is in one run. Each run has its own mixture, with some faults left out altogether, since faults that
/// always come together hide what one of them does alone.
/// </summary>
internal sealed record FaultRates
{
    /// <summary>
    /// Whoever gets no answer tries again at the same instant, and nobody's clock is wrong: then each stream must end with the
    /// very events that it has without any fault.
    /// </summary>
    public bool SameInstant { get; init; }

    /// <summary>Two processes work on the store, and neither keeps states in memory.</summary>
    public bool TwoProcesses { get; init; }

    /// <summary>A call to the store fails before it does anything.</summary>
    public double Unavailable { get; init; }

    /// <summary>A commit is done, and its answer lost.</summary>
    public double LostAnswer { get; init; }

    /// <summary>The disk is full for a while: it can be read, and nothing can be written.</summary>
    public double DiskFull { get; init; }

    /// <summary>The process is killed at a call to the store or to a destination, before or after the call does anything.</summary>
    public double Killed { get; init; }

    /// <summary>The other process acts between the reading and the commit of this one.</summary>
    public double Interrupted { get; init; }

    /// <summary>A destination does not take a message now.</summary>
    public double NotTaken { get; init; }

    /// <summary>A destination takes a message and its answer is lost.</summary>
    public double TakenUnanswered { get; init; }

    /// <summary>A destination will never take the message.</summary>
    public double NeverTaken { get; init; }

    /// <summary>A wake-up, or a turn of the delivery, does not come; the next one is later.</summary>
    public double WakeUpLost { get; init; }

    /// <summary>A wake-up, a delivery, a request or a batch of a feed comes twice.</summary>
    public double Doubled { get; init; }

    /// <summary>The clock goes on by hours or days at once: an outage.</summary>
    public double ClockForward { get; init; }

    /// <summary>For one act the clock shows up to two hours less than it did before.</summary>
    public double ClockBack { get; init; }

    /// <summary>Somebody who gets no answer does not try again.</summary>
    public double GivesUp { get; init; }

    public static FaultRates None { get; } = new() { SameInstant = true };

    public static FaultRates Of(ulong seed)
    {
        var chance = new Chance(seed, -1);
        var (sameInstant, two) = (chance.Happens(0.5), chance.Happens(0.4));
        var rates = new FaultRates
        {
            SameInstant = sameInstant,
            TwoProcesses = two,
            Unavailable = Sometimes(0.05),
            LostAnswer = Sometimes(0.1),
            DiskFull = Sometimes(0.002),
            Killed = Sometimes(0.02),
            Interrupted = Sometimes(0.3) is var rate && two ? rate : 0,
            NotTaken = Sometimes(0.4),
            TakenUnanswered = Sometimes(0.2),
            Doubled = Sometimes(0.2),
        };
        return sameInstant
            ? rates
            : rates with
            {
                NeverTaken = Sometimes(0.02),
                WakeUpLost = Sometimes(0.3),
                ClockForward = Sometimes(0.02),
                ClockBack = Sometimes(0.05),
                GivesUp = Sometimes(0.2),
            };

        double Sometimes(double most) => chance.Happens(0.5) ? most * chance.Unit() : 0;
    }
}
