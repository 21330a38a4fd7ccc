using Diversion.Domain;
using Diversion.Domain.Telling;

namespace Diversion.Casework.Steps;

/// <summary>How somebody was told, or told us, as answers to choose from.</summary>
public static class Ways
{
    public static IReadOnlyList<StepAnswer> Told { get; } = [.. Enum.GetValues<ToldHow>().Select(how => new StepAnswer($"{how}", Words.Sentence(Words.Of(how))))];

    /// <summary>By themselves; not those of earlier versions, where nobody asked which kind of writing it was.</summary>
    public static IReadOnlyList<StepAnswer> Said { get; } =
    [
        .. Enum.GetValues<AnsweredHow>()
            .Where(static how => how is not (AnsweredHow.Writing or AnsweredHow.ThroughSomebody))
            .Select(how => new StepAnswer($"{how}", Words.Sentence(Words.Of(how)))),
    ];
}
