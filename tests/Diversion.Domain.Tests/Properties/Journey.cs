using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Domain.Tests.Fixture;

namespace Diversion.Domain.Tests.Properties;

/// <summary>A random life of one agreement: where it starts, and what people and time do to it.</summary>
/// <param name="Start">Which conditions and offence, and how far it has been brought.</param>
public sealed record Journey(int Start, ImmutableArray<Step> Steps)
{
    /// <summary>Runs through it; every decision is reported, with the state before it.</summary>
    internal Case Live(Action<AgreementState?, AgreementCommand, Decision<AgreementState, AgreementEvent>, Case>? each = null)
    {
        var agreement = Beginnings.Bring(Start);
        var now = agreement.Now;
        foreach (var step in Steps)
        {
            now += Duration.FromMinutes(step.Minutes);
            var before = agreement.StateOrNull;
            var (command, by) = Choice.Of(before, step, now);
            agreement.On(now).When(command with { At = now }, by);

            // In a random life every refusal is expected.
            var decision = new Decision<AgreementState, AgreementEvent>(agreement.Events, agreement.Refusal, agreement.State);
            each?.Invoke(before, command, decision, agreement);
        }

        return agreement;
    }

    /// <summary>Everything that is due by then happens.</summary>
    internal static Case Drain(Case agreement, Instant now)
    {
        for (var rounds = 0; rounds < 1000; rounds++)
        {
            agreement.When(new TimePassed { At = now }, Actor.Clock);
            if (agreement.Events.Count == 0)
            {
                return agreement;
            }
        }

        throw new InvalidOperationException("Time never comes to rest.");
    }

    /// <summary>Reads what <see cref="ToString"/> writes, which is what a failing property prints.</summary>
    public static Journey Parse(string text)
    {
        var (start, steps) = (text[..text.IndexOf(':', StringComparison.Ordinal)], text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..]);
        return new Journey(int.Parse(start["start ".Length..]), [.. steps.Split(';', StringSplitOptions.TrimEntries).Select(Step.Parse)]);
    }

    public override string ToString() => $"start {Start}: {string.Join("; ", Steps)}";
}

/// <param name="Minutes">How long after the previous step.</param>
public readonly record struct Step(int What, int Which, int How, int Minutes)
{
    public static Step Parse(string text)
    {
        int[] figures = [.. text.Split(['+', 'm', '/', ' '], StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];
        return new Step(figures[1], figures[2], figures[3], figures[0]);
    }

    public override string ToString() => $"+{Minutes}m {What}/{Which}/{How}";
}
