using Diversion.Casework.Access;
using Diversion.Casework.Actions;
using Diversion.Casework.Answers;
using Diversion.Casework.Conditions;
using Diversion.Casework.Links;
using Diversion.Domain.Agreements;
using Diversion.Domain.Time;
using Diversion.Web.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Portal;

/// <summary>
/// A page that executes one action of an agreement, at <c>/agreements/{reference}/{command}/{condition?}/{item?}</c>. It
/// opens only while the action is offered. Once somebody has typed into it, it stays open whatever happens to the action:
/// the command is then refused, or the changes are shown.
/// </summary>
public abstract class ActionPage : RecordPage
{
    /// <summary>The reader came from their task list, and goes back there.</summary>
    public const string FromWork = "work";

    /// <summary>Id of a condition; or the item, when the action is about the agreement as a whole.</summary>
    [FromRoute(Name = "condition")]
    public string? Condition { get; set; }

    /// <summary>The item in the condition.</summary>
    [FromRoute(Name = "item")]
    public string? Item { get; set; }

    [FromQuery(Name = "from")]
    public string? From { get; set; }

    /// <summary>Name in the catalogue.</summary>
    public abstract string Command { get; }

    /// <summary>Text of the button that executes it.</summary>
    public abstract string Button { get; }

    /// <summary>It cannot be undone: the button is a warning button.</summary>
    public virtual bool IsFinal => false;

    /// <summary>The offered action; null when it is no longer offered.</summary>
    public ActionView? Action { get; private set; }

    /// <summary>Which of two, on the night when the clocks go back.</summary>
    [BindProperty]
    public string? Which { get; set; }

    /// <summary>The two; none when the typed time occurs once.</summary>
    public IReadOnlyList<Choice> Whiches { get; private set; } = [];

    public string Heading => Action?.Label ?? ActionWords.Label(Command);

    public string BackTo => From == FromWork ? Addresses.Home : Addresses.Agreement(Reference);

    public ConditionView? AboutCondition => Agreement.Conditions.FirstOrDefault(condition => condition.Id == Condition);

    /// <summary>Id for anything that the form creates: the same each time it is sent.</summary>
    protected string NewId => FormKey ??= Guid.NewGuid().ToString("N");

    protected override async ValueTask<IActionResult?> Prepare()
    {
        ViewData["Back"] = BackTo;
        ViewData["BackText"] = From == FromWork ? $"Back to {Navigation.For(By)[0].Text.ToLowerInvariant()}" : "Back to the agreement";
        (Action, var instead) = await Opens(Command, IsThis);
        ViewData["Title"] = (Action?.About ?? AboutCondition?.Title) is { } about ? $"{Heading}: {about}, {Agreement.Name}" : $"{Heading}, {Agreement.Name}";
        return instead;
    }

    /// <summary>Runs the command and goes back to the page that the reader came from.</summary>
    protected Task<IActionResult> Run(Func<AgreementCommand> command, string done, Func<string, string?>? fieldOf = null) =>
        Run(command, done, BackTo, fieldOf);

    /// <summary>When something happened or will happen, once everything else could be read.</summary>
    protected Instant ReadMoment(string timeField, LocalDate day, LocalTime time)
    {
        if (!ModelState.IsValid)
        {
            return default;
        }

        Whiches = TypedMoment.Which(day, time);
        return TypedMoment.Read(Read, timeField, nameof(Which), day, time, Which);
    }

    /// <summary>The moment that is recorded already as it is typed, to correct it.</summary>
    protected (TypedDate Day, string Time) Typed(Instant at)
    {
        var local = at.InZone(WorkingCalendar.Zone);
        (Which, Whiches) = (TypedMoment.AnswerFor(at), TypedMoment.Which(local.Date, local.TimeOfDay));
        return (TypedDate.Of(local.Date), Diversion.Domain.Words.Time(local.TimeOfDay));
    }

    /// <summary>An item that the action does not need, such as the period to book a meeting in, is accepted.</summary>
    private bool IsThis(ActionView offered) =>
        offered.Condition is null ? offered.Item == Condition : offered.Condition == Condition && (offered.Item is null || offered.Item == Item);
}
