using Diversion.Domain.Agreements;

namespace Diversion.Casework.Steps;

/// <summary>
/// A command that needs a few answers: what its page asks, in this order, and how the answers make the command. A question
/// that is null is not asked.
/// </summary>
/// <param name="Command">Name in the catalogue.</param>
/// <param name="Label">Text of the button that leads to it, and the page's heading.</param>
/// <param name="Done">What was done, as a sentence without personal data.</param>
/// <param name="Make">Without the reason, which the page adds; null when the address names nothing that could exist.</param>
public sealed record Step(string Command, string Label, string Done, Func<StepAnswers, AgreementCommand?> Make)
{
    /// <summary>What it means and what happens next.</summary>
    public string? Explain { get; init; }

    /// <summary>Like <see cref="Explain"/>, with the name of the present key worker, if there is one, in it.</summary>
    public Func<string?, string>? ExplainWithWorker { get; init; }

    /// <summary>How long the present key worker has been with the person is shown, since the step breaks it.</summary>
    public bool ShowsContinuity { get; init; }

    /// <summary>What cannot be undone.</summary>
    public string? Warning { get; init; }

    /// <summary>Text of the button, if the label is too long for it.</summary>
    public string? Button { get; init; }

    /// <summary>The agreed terms of the condition are shown before the questions.</summary>
    public bool ShowsTerms { get; init; }

    /// <summary>How the person wants to be reached, and what not to say, is shown before the questions.</summary>
    public bool ShowsContact { get; init; }

    /// <summary>What the partner wrote on the condition is shown before the questions.</summary>
    public bool ShowsNotes { get; init; }

    /// <summary>A key worker of the programme.</summary>
    public Question? Worker { get; init; }

    /// <summary>The present key worker cannot be chosen.</summary>
    public bool IsForAnother { get; init; }

    /// <summary>Only a key worker of the team that is asked to take the case can be chosen.</summary>
    public bool IsForAskedTeam { get; init; }

    public StepChoice? Choice { get; init; }

    /// <summary>Each choice is a button of its own: choosing sends the answer.</summary>
    public bool ChoosesAtOnce { get; init; }

    /// <summary>Not every choice may be possible yet: each is tried first, and shown with the reason if it is not.</summary>
    public bool TriesChoices { get; init; }

    public Question? Day { get; init; }

    public Question? Time { get; init; }

    /// <summary>The meeting or session that has begun and that it is about; optional.</summary>
    public Question? Appointment { get; init; }

    /// <summary>A second, optional day.</summary>
    public Question? OtherDay { get; init; }

    public Question? Line { get; init; }

    public Question? Note { get; init; }

    /// <summary>The note replaces the risk to staff that is recorded: it is filled in, so that nobody writes over it unseen.</summary>
    public bool ReplacesStaffRisk { get; init; }

    /// <summary>The error text when the answer needs a note and has none.</summary>
    public string? NoteMissing { get; init; }

    public Question? Reason { get; init; }

    /// <summary>What has to be ticked before something that cannot be undone.</summary>
    public Question? Sure { get; init; }

    public static Step Of<TCommand>(string label, string done, Func<StepAnswers, TCommand?> make) where TCommand : AgreementCommand =>
        new(CommandCatalogue.NameOf<TCommand>(), label, done, make);
}
