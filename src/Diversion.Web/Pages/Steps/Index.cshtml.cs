using Diversion.Casework;
using Diversion.Casework.Actions;
using Diversion.Casework.Programmes;
using Diversion.Casework.Steps;
using Diversion.Domain.Agreements;
using Diversion.Domain.Breach;
using Diversion.Domain.Telling;
using Diversion.Domain.Time;
using Diversion.Domain.Victim;
using Diversion.Web.Forms;
using Diversion.Web.Pages.Workers;
using Diversion.Web.Portal;
using Diversion.Web.Wording;
using Microsoft.AspNetCore.Mvc;
using NodaTime;

namespace Diversion.Web.Pages.Steps;

/// <summary>Asks the questions of a step, and executes it.</summary>
public sealed class IndexModel(WorkerChoices workers) : ActionPage
{
    public const int LongestText = 4_000;
    public const string Ticked = "yes";

    [FromRoute(Name = "command")]
    public string Name { get; set; } = "";

    /// <summary>Id of a key worker.</summary>
    [BindProperty]
    public string? To { get; set; }

    [BindProperty]
    public string? Chosen { get; set; }

    [BindProperty]
    public string? Appointment { get; set; }

    [BindProperty]
    public TypedDate Day { get; set; } = new();

    [BindProperty]
    public string? Time { get; set; }

    [BindProperty]
    public TypedDate OtherDay { get; set; } = new();

    [BindProperty]
    public string? Line { get; set; }

    [BindProperty]
    public string? Note { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Sure { get; set; }

    public override string Command => Name;

    public override string Button => Step.Button ?? Heading;

    public override bool IsFinal => Step.Warning is not null;

    public Step Step { get; private set; } = null!;

    /// <summary>For a warning that is withdrawn or decided on: what stands of what the person says against it.</summary>
    public IReadOnlyList<PersonAnswer> Objections =>
        Name == CommandCatalogue.NameOf<BreachCommand.WithdrawWarning>() ? AnswersTo($"warning-{Condition}")
        : Name == CommandCatalogue.NameOf<BreachCommand.DecideContest>() ? AnswersTo(Condition)
        : [];

    /// <summary>Of a step about a victim: who that is.</summary>
    public VictimState? AboutVictim => CommandCatalogue.Named(Name).Command.IsAssignableTo(typeof(VictimCommand))
        ? Agreement.Victims?.FirstOrDefault(victim => victim.Number == (VictimItem.NumberOf(Condition) ?? VictimItem.ReadRequest(Condition)?.Victim))
        : null;

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    public IReadOnlyList<Choice> Workers { get; private set; } = [];

    /// <summary>Meetings and sessions that have begun, newest first, each with its condition.</summary>
    public IReadOnlyList<Choice> Appointments =>
    [
        .. Agreement.Conditions
            .SelectMany(condition => (condition.Appointments ?? []).Select(one => (Condition: condition, One: one)))
            .Where(pair => pair.One.StartsAt <= Now)
            .OrderByDescending(pair => pair.One.StartsAt)
            .Select(pair => new Choice($"{pair.Condition.Id}/{pair.One.Id}", $"{Labels.Sentence(pair.Condition.Title)}, {Service<When>().Moment(pair.One.StartsAt)}, {Labels.Of(pair.One.Status).Text.ToLowerInvariant()}")),
    ];

    public override async Task<IActionResult> OnGetAsync()
    {
        if (StepList.Of(Name) is not { } step)
        {
            return NotFound();
        }

        Step = step;
        return await base.OnGetAsync();
    }

    /// <summary>The providers on the programme's list; empty when it keeps none.</summary>
    public IReadOnlyList<Choice> Providers => [.. Staff.Providers.Select(name => new Choice(name, name))];

    /// <summary>People of partners, each with their organisation.</summary>
    public IReadOnlyList<Choice> Mentors => [.. (Staff.Partners ?? []).Select(one => new Choice(one.Person.Id, $"{one.Person.Name} ({one.Organisation})"))];

    private StaffDirectory Staff => Service<Rulebook>().Programme.Staff;

    public async Task<IActionResult> OnPostAsync()
    {
        if (StepList.Of(Name) is not { } step)
        {
            return NotFound();
        }

        Step = step;
        var (answers, reason) = ReadAnswers();
        if (step.Sure is not null && Sure != Ticked)
        {
            Read.Fault(nameof(Sure), FaultWording.Confirm);
        }

        var command = ModelState.IsValid ? step.Make(answers) : null;
        return command is null && ModelState.IsValid
            ? NotFound()
            : await Run(() => command! with { Reason = reason }, step.Done, FieldOf);
    }

    protected override async ValueTask<IActionResult?> Prepare()
    {
        Workers = Step.Worker is null ? [] : await workers.For(By, Cancellation, Step.IsForAnother ? Agreement.KeyWorkerId : null, Step.IsForAskedTeam ? Agreement.TeamAsked?.Team : null);
        Choices = Step.Choice switch
        {
            null => [],
            { IsTeam: true } => [.. workers.OtherTeams(Agreement.KeyWorkerId).Select(team => new Choice(team, Service<TeamNames>().Of(team)!))],
            { Answers: { } known } => Step.TriesChoices ? await Try(known) : [.. known.Select(Shown)],
            _ =>
            [
                .. Agreement.Conditions.Select(condition => new Choice(condition.Id, Labels.Sentence(condition.Title))),
                new Choice(StepChoice.Agreement, "The agreement as a whole"),
            ],
        };
        return await base.Prepare();
    }

    protected override IEnumerable<(string? Answer, AgreementCommand Command)> Alternatives =>
        Step.Choice is null ? Example(null) : Choices.Where(choice => !choice.Disabled).SelectMany(Example);

    /// <summary>Most things are recorded on the day when they happen, and what is replaced is shown first.</summary>
    protected override void Begin()
    {
        if (Step.Day is { LiesAhead: false })
        {
            Day = TypedDate.Of(Service<When>().Today);
        }

        Note = Step.ReplacesStaffRisk ? Agreement.StaffRisk : null;
    }

    /// <summary>The step as if it were answered like this, today.</summary>
    private IEnumerable<(string? Answer, AgreementCommand Command)> Example(Choice? choice)
    {
        var today = WorkingCalendar.DateOf(Now);
        var answers = new StepAnswers(
            Condition ?? "", Item ?? Condition ?? "", NewId, choice?.Value ?? "", Step.Day is { LiesAhead: true } ? today.PlusDays(1) : today, Now, today, "An example", "An example")
        {
            Mentor = Staff.Partners is [var partner, ..] ? partner : null,
            Worker = Workers.Select(one => workers.Find(one.Value)).FirstOrDefault(one => one is not null && one.Id != Agreement.KeyWorkerId),
        };
        if ((Step.Worker is null || answers.Worker is not null) && Step.Make(answers) is { } command)
        {
            yield return (choice?.Text, command);
        }
    }

    private PersonAnswer[] AnswersTo(string? news) => [.. (Agreement.Answers ?? []).Where(answer => answer.News == news && !answer.Superseded)];

    private static Choice Shown(StepAnswer answer) => new(answer.Value, answer.Text, answer.Hint);

    private async ValueTask<IReadOnlyList<Choice>> Try(IReadOnlyList<StepAnswer> answers)
    {
        var tried = new List<Choice>();
        foreach (var choice in answers.Select(Shown))
        {
            var command = Step.Make(new StepAnswers(Condition ?? "", Item ?? Condition ?? "", NewId, choice.Value, default, default, null, null, null));
            var refusal = command is null
                ? null
                : await Service<CommandDryRun>().Of(new AgreementId(Reference), command with { By = By, At = Now, Reason = "Would it be taken?" }, Cancellation);
            tried.Add(refusal is null ? choice : choice with { Hint = RefusalWording.Of(refusal), Disabled = true });
        }

        return tried;
    }

    private (StepAnswers Answers, string? Reason) ReadAnswers()
    {
        var worker = ReadWorker();
        var day = Step.Day is { } asked ? Read.Date(nameof(Day), Day, asked.Thing) : default;
        var answers = new StepAnswers(
            Condition ?? "",
            Item ?? Condition ?? "",
            NewId,
            Step.Choice is null ? "" : ReadChoice(Step.Choice),
            day,
            Step.Time is { } time ? ReadMoment(nameof(Time), day, Read.Time(nameof(Time), Time, time.Thing)) : default,
            Step.OtherDay is { } other ? Read.OptionalDate(nameof(OtherDay), OtherDay, other.Thing) : null,
            Step.Line is { IsMentor: true } ? null : ReadText(nameof(Line), Line, Step.Line, 200),
            ReadText(nameof(Note), Note, Step.Note, LongestText))
        {
            Worker = worker,
            Mentor = ReadMentor(),
            Appointment = ReadAppointment(),
        };
        return (answers, ReadText(nameof(Reason), Reason, Step.Reason, LongestText));
    }

    private StaffRef? ReadWorker()
    {
        var found = Step.Worker is null ? null : workers.Find(To);
        if (Step.Worker is { } asked && found is null)
        {
            Read.Fault(nameof(To), FaultWording.Choose(asked.Thing));
        }

        return found;
    }

    private PartnerPerson? ReadMentor()
    {
        var found = Step.Line is { IsMentor: true } ? Staff.Partner(Line) : null;
        if (Step.Line is { IsMentor: true } asked && found is null)
        {
            Read.Fault(nameof(Line), FaultWording.Choose(asked.Thing));
        }

        return found;
    }

    private string ReadChoice(StepChoice asked)
    {
        if (string.IsNullOrEmpty(Chosen) || (asked.IsTeam && !workers.OtherTeams(null).Contains(Chosen)) || (asked.Answers is { } known && known.All(choice => choice.Value != Chosen)))
        {
            Read.Fault(nameof(Chosen), FaultWording.Choose(asked.Thing));
        }

        return Chosen ?? "";
    }

    /// <summary>It belongs to one condition, and the answer is about that condition.</summary>
    private string? ReadAppointment()
    {
        if (Step.Appointment is null || string.IsNullOrEmpty(Appointment))
        {
            return null;
        }

        var of = $"{Chosen}/";
        if (!Appointment.StartsWith(of, StringComparison.Ordinal))
        {
            Read.Fault(nameof(Appointment), "Choose a meeting or session of the condition that you chose, or none");
            return null;
        }

        return Appointment[of.Length..];
    }

    private string? ReadText(string field, string? typed, Question? asked, int longest) => asked switch
    {
        null => null,
        { Optional: true } => Read.OptionalText(field, typed, asked.Thing, longest),
        _ => Read.Text(field, typed, asked.Thing, longest),
    };

    protected override string Says(Refusal refusal) =>
        refusal.Code is RefusalCode.ReasonMissing or RefusalCode.TextMissing && Step is { Reason: null, NoteMissing: { } missing } ? missing : base.Says(refusal);

    private string? FieldOf(string code) => code switch
    {
        RefusalCode.DateInFuture or RefusalCode.DateInPast or RefusalCode.DateTooOld or RefusalCode.AppointmentOutsideTerm or RefusalCode.ValueOutOfRange when Step.Day is not null => nameof(Day),
        RefusalCode.AppointmentUnknown or RefusalCode.AppointmentSettled or RefusalCode.AppointmentNotYet when Step.Appointment is not null => nameof(Appointment),
        RefusalCode.AmountInvalid or RefusalCode.PaymentTooLarge when Step.Line is not null => nameof(Line),
        RefusalCode.CoverBySelf or RefusalCode.WorkerOfAnotherTeam => nameof(To),
        RefusalCode.TeamHasCase or RefusalCode.TeamUnknown => nameof(Chosen),
        RefusalCode.ValueOutOfRange when Step.OtherDay is not null => nameof(OtherDay),
        RefusalCode.ReasonMissing when Step.Reason is not null => nameof(Reason),
        RefusalCode.ReasonMissing or RefusalCode.TextMissing when Step.Note is not null => nameof(Note),
        _ => null,
    };
}
