namespace Diversion.Web.Portal;

/// <summary>What will follow from sending a form.</summary>
/// <param name="Always">Whatever the answer.</param>
/// <param name="ByAnswer">Only with that answer.</param>
public sealed record Foreseen(IReadOnlyList<string> Always, IReadOnlyList<(string Answer, IReadOnlyList<string> What)> ByAnswer)
{
    public bool IsEmpty => Always.Count == 0 && ByAnswer.Count == 0;

    public static Foreseen Of(IReadOnlyList<(string? Answer, IReadOnlyList<string> What)> alternatives)
    {
        if (alternatives.Count == 0)
        {
            return new Foreseen([], []);
        }

        var always = alternatives[0].What.Where(one => alternatives.All(other => other.What.Contains(one))).ToArray();
        return new Foreseen(
            always,
            [
                .. alternatives
                    .Where(one => one.Answer is not null)
                    .Select(one => (Answer: one.Answer!, What: (IReadOnlyList<string>)[.. one.What.Except(always)]))
                    .Where(one => one.What.Count > 0),
            ]);
    }
}
