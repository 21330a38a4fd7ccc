using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Programmes;
using Diversion.Casework.ReadModels;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Domain.Agreements;
using Diversion.Domain.Staff;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.Staff;

/// <summary>Commands on the programme's staff, and the directory that everything else goes by.</summary>
/// <param name="recheck">
/// How old the directory may get in this process before it is read again. Null where only this process writes: then each
/// change is known at once, and sign-in and commands never read it.
/// </param>
/// <param name="lists">Null where no mail is sent.</param>
public sealed class StaffService(
    ITableStore store, StreamCache cache, Rulebook rulebook, IChangeListener listener, TimeSpan? recheck = null, Func<IDailyLists>? lists = null)
    : StreamService<StaffId, StaffState, StaffCommand, StaffEvent>(StaffKind.Instance, store, cache, listener)
{
    private long checkedAt;

    /// <summary>Begins the directory with the lists of <c>programme.json</c> where there is none, and makes it known to this process.</summary>
    /// <returns>False when the file names other people than the directory was begun with: such an edit has no effect any more.</returns>
    public async ValueTask<bool> Begin(Instant now, CancellationToken cancellation = default)
    {
        var source = StaffImport.SourceOf(rulebook.Settings);
        var state = await Find(StaffId.Programme, cancellation);
        if (state is null)
        {
            await Execute(StaffId.Programme, StaffImport.Of(rulebook.Settings) with { By = Actor.Clock, At = now }, null, cancellation);
            state = await Find(StaffId.Programme, cancellation);
        }

        return state!.Source == source;
    }

    /// <summary>Makes sure that what this process knows of the directory is not older than agreed.</summary>
    /// <exception cref="StorageUnavailableException">The store does not answer, and this process has never read the directory.</exception>
    /// <param name="now">By the programme's clock, for a directory that begins.</param>
    public async ValueTask Refresh(Instant now, CancellationToken cancellation = default)
    {
        var last = Interlocked.Read(ref checkedAt);
        var ticks = Environment.TickCount64;
        if (recheck is not { } most || (rulebook.KnowsStaff && ticks - last < most.TotalMilliseconds)
            || (Interlocked.CompareExchange(ref checkedAt, ticks, last) != last && rulebook.KnowsStaff))
        {
            return;
        }

        try
        {
            await Begin(now, cancellation);
        }
        catch (StorageUnavailableException) when (rulebook.KnowsStaff)
        {
            // Whoever asked goes on with what is known; the next one tries again.
            Interlocked.CompareExchange(ref checkedAt, last, ticks);
        }
    }

    /// <summary>What commands would come to; nothing is kept.</summary>
    /// <param name="state">The directory, or what other commands would have made of it.</param>
    public ValueTask<Outcome<StaffState>> Preview(StaffState state, IReadOnlyList<StaffCommand> commands, CancellationToken cancellation = default) =>
        Preview(StaffId.Programme, state, commands, cancellation);

    protected override CommandEntry EntryOf(StaffCommand command) => StaffCommands.Of(command);

    protected override StaffCommand TimePassed(Instant now) => new StaffCommand.TimePassed { By = Actor.Clock, At = now };

    protected override Refusal? MayCommand(StaffState? state, StaffCommand command) =>
        AccessPolicy.IsClock(command.By.Role) || AccessPolicy.MaySeeStaff(command.By) || command is StaffCommand.ChooseTaskMail ? null : CaseworkRefusal.NotForRole();

    protected override async ValueTask<Deciding<StaffState, StaffEvent>> Decide(
        StaffId id, StaffState? state, StaffCommand command, CancellationToken cancellation) =>
        new(StaffDecider.Decide(state, command, await Facts(state, command, cancellation)));

    protected override IReadOnlyList<OutgoingMessage> Messages(RecordedEvent<StaffEvent> recorded, StaffState after) =>
        [.. DailyListMail.For(recorded, after, rulebook.Programme), .. SharingMessages.For(recorded, after, rulebook.Programme)];

    internal override async ValueTask<Redirection> Redirected(string id, OutgoingMessage message, Instant now, CancellationToken cancellation)
    {
        if (message is not OutgoingMessage.Mail mail || !DailyListMail.Is(mail) || lists is null || await Find(StaffId.Programme, cancellation) is not { } state)
        {
            return new Redirection.To(message);
        }

        return DailyListMail.Of(mail, state) is not { Count: > 0 } people
            ? new Redirection.Stopped("The recipient has left, or chose other emails about tasks.")
            : await lists().Of(people, now, cancellation) is { } list
            ? new Redirection.To(DailyListMail.Filled(mail, list))
            : new Redirection.Stopped("The recipient has no task that is overdue or for today.");
    }

    protected override void Known(StaffState state) => rulebook.Know(state);

    private async ValueTask<StaffFacts> Facts(StaffState? state, StaffCommand command, CancellationToken cancellation) => command switch
    {
        StaffCommand.RecordLeaver own => await FactsOf(state?.Person(own.Person)?.Id, cancellation),
        StaffCommand.ChangeRoles own => await FactsOf(state?.Person(own.Person)?.Id, cancellation),
        StaffCommand.CloseOrganisation own when state?.Organisation(own.Name) is { } found =>
            new StaffFacts(rulebook.Calendar, (await Caseload(Partitions.Provider(found.Name), cancellation)).Count),
        StaffCommand.AgreeSharing or StaffCommand.ReviewSharing => new StaffFacts(rulebook.Calendar) { Deadlines = rulebook.DeadlinesOn(WorkingCalendar.DateOf(command.At)) },
        _ => new StaffFacts(rulebook.Calendar),
    };

    /// <summary>Cases of which the person is the key worker or the restorative-justice facilitator; not those that they cover.</summary>
    private async ValueTask<StaffFacts> FactsOf(string? person, CancellationToken cancellation) => person is null
        ? new StaffFacts(rulebook.Calendar)
        : new StaffFacts(rulebook.Calendar, (await Caseload(Partitions.Worker(person), cancellation)).Count(row => row.TextOrNull("workerId") == person))
        {
            Facilitated = (await Caseload(Partitions.Facilitator(person), cancellation)).Count,
        };

    private async ValueTask<IReadOnlyList<TableRow>> Caseload(string partition, CancellationToken cancellation) =>
        (await Store.Query(new TableQuery(Tables.Caseload, partition, Limit: TableLimits.MostPageRows), cancellation)).Rows;
}
