using Diversion.Domain.Agreements;
using Diversion.Domain.Streams;
using Diversion.Domain.Conditions.TagMonitoring;
using Diversion.Domain.Time;
using Diversion.Domain.WhatIf;
using NodaTime.Text;

namespace Diversion.Domain.Tests.Fixture;

/// <summary>One agreement under test: given what happened, when a command comes, then these events or a refusal.</summary>
internal sealed class Case(RulesInForce inForce)
{
    private const string NothingDone = "Then needs When (or Until): what is given is not the act under test.";

    private static readonly LocalDateTimePattern Clock = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    private readonly List<AgreementEvent> history = [];
    private readonly List<PastEvent> past = [];
    private Decision<AgreementState, AgreementEvent>? last;
    private bool acted;
    private bool refusalRead;

    public RulesInForce RulesInForce { get; set; } = inForce;

    public AgreementState? StateOrNull { get; private set; }

    /// <summary>A test that looks at the state after a refusal has to say that it expected one.</summary>
    public AgreementState State
    {
        get
        {
            Assert.True(last?.Refusal is null || refusalRead, $"{last?.Refusal?.Message} Expect it with Refused, or correct the test.");
            return StateOrNull!;
        }
    }

    public Instant Now { get; private set; } = Time("2026-03-02 10:00");

    public IReadOnlyList<AgreementEvent> History => history;

    /// <summary>The same, each with who gave the command and when.</summary>
    public IReadOnlyList<PastEvent> Past => past;

    public IReadOnlyList<AgreementEvent> Events => last!.Events;

    public Refusal? Refusal
    {
        get
        {
            refusalRead = true;
            return last!.Refusal;
        }
    }

    public AgreementStatus Status => State.Status;

    /// <summary>Who gave the last command.</summary>
    public Actor LastActor { get; private set; } = Actor.Clock;

    /// <summary>Wall-clock time in London, such as <c>2026-03-05 10:00</c>; a day alone is ten in the morning.</summary>
    public static Instant Time(string local) =>
        Clock.Parse(local.Length == 10 ? $"{local} 10:00" : local).Value.InZoneLeniently(WorkingCalendar.Zone).ToInstant();

    /// <summary>Sets the time without processing anything.</summary>
    public Case On(string local)
    {
        Now = Time(local);
        return this;
    }

    public Case On(Instant now)
    {
        Now = now;
        return this;
    }

    /// <summary>
    /// What happened before, as the commands that people gave: if one is refused, the test is wrong. The act under test is
    /// never among them: it comes with <see cref="When"/>, or by the passing of time with <see cref="Until(string)"/>.
    /// </summary>
    public Case Given(params AgreementCommand[] commands)
    {
        foreach (var command in commands)
        {
            When(command);
            Assert.True(last!.Refusal is null, $"{command.GetType().Name} was refused: {last.Refusal?.Message}");
        }

        acted = false;
        return this;
    }

    /// <summary>
    /// The command as given by somebody who may give it, with a reason if one is needed, unless it says otherwise. A tag
    /// event without a time has just occurred.
    /// </summary>
    public Case When(AgreementCommand command, Actor? by = null)
    {
        command = command with
        {
            At = command.At == default ? Now : command.At,
            By = by ?? (command.By == Actor.Clock ? People.In(CommandCatalogue.Of(command).Roles[0]) : command.By),
            Reason = command.Reason ?? (command.NeedsReason ? "As discussed with the person." : null),
        };
        if (command is TagMonitoringCommand.ReceiveTagEvent tagged && tagged.OccurredAt == default)
        {
            command = tagged with { OccurredAt = command.At };
        }

        (acted, refusalRead) = (true, false);
        LastActor = command.By;
        last = Agreement.Decide(StateOrNull, command, RulesInForce);
        foreach (var happened in last.Events)
        {
            StateOrNull = Agreement.Evolve(StateOrNull, happened);
            history.Add(happened);
            past.Add(new PastEvent(happened, command.By, command.At));
        }

        return this;
    }

    /// <summary>Time passes until then, and the clock wakes at every due moment on the way.</summary>
    public Case Until(string local) => Until(Time(local));

    public Case Until(Instant then)
    {
        while (Agreement.NextDue(State) is { } next && next <= then)
        {
            Now = Instant.Max(Now, next);
            Pass();
            Assert.NotEmpty(Events);
        }

        Now = then;
        return this;
    }

    /// <summary>The clock was down until then, and catches up.</summary>
    public Case OutUntil(string local)
    {
        Now = Time(local);
        do
        {
            Pass();
        }
        while (Events.Count > 0);
        return this;
    }

    public Case Then(params AgreementEvent[] expected)
    {
        Assert.Equal(Shape.Of(expected), Shape.Of(Raised().ToArray()));
        return this;
    }

    public Case ThenNothing() => Then();

    /// <summary>Among the events of the last command there is exactly one of that kind.</summary>
    public TEvent Then<TEvent>() where TEvent : AgreementEvent
    {
        return Assert.Single(Raised().OfType<TEvent>());
    }

    public Case ThenNo<TEvent>() where TEvent : AgreementEvent
    {
        Assert.Empty(Raised().OfType<TEvent>());
        return this;
    }

    public Refusal Refused(string code)
    {
        Assert.True(acted, NothingDone);
        refusalRead = true;
        Assert.NotNull(last!.Refusal);
        Assert.Equal(code, last.Refusal.Code);
        Assert.Empty(last.Events);
        return last.Refusal;
    }

    public Case Is(AgreementStatus status)
    {
        Assert.Equal(status, State.Status);
        return this;
    }

    public TCondition Condition<TCondition>() where TCondition : Domain.Conditions.Condition =>
        State.Conditions.OfType<TCondition>().First();

    public IEnumerable<TEvent> All<TEvent>() where TEvent : AgreementEvent => history.OfType<TEvent>();

    public Obligation Owed(string id) => Assert.Single(State.Obligations, open => open.Id == id);

    public Case OwesNo(string id)
    {
        Assert.DoesNotContain(State.Obligations, open => open.Id == id);
        return this;
    }

    private void Pass()
    {
        When(new TimePassed());
        Assert.True(last!.Refusal is null, last.Refusal?.Message);
    }

    /// <summary>What the last act raised; it must have been accepted.</summary>
    private IReadOnlyList<AgreementEvent> Raised()
    {
        Assert.True(acted, NothingDone);
        Assert.True(last!.Refusal is null, last.Refusal?.Message);
        return last.Events;
    }
}
