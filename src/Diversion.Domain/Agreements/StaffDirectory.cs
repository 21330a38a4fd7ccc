using Diversion.Domain.Reading;
using Diversion.Domain.Sharing;

namespace Diversion.Domain.Agreements;

/// <summary>
/// The people that an agreement can name, so that a mistyped id does not send a case to nobody. An empty list means that
/// the programme does not keep one: then any id is accepted.
/// </summary>
/// <param name="Providers">Organisations.</param>
public sealed record StaffDirectory(IReadOnlyList<StaffRef> KeyWorkers, IReadOnlyList<StaffRef> Facilitators, IReadOnlyList<string> Providers)
{
    public static readonly StaffDirectory Empty = new([], [], []);

    /// <summary>Officers and sergeants who can be the officer of a referral.</summary>
    public IReadOnlyList<StaffRef> Officers { get; init; } = [];

    /// <summary>People of partner organisations. Null where a programme's file says nothing of them, so that what was written from it stays as it is.</summary>
    public IReadOnlyList<PartnerPerson>? Partners { get; init; }

    /// <summary>What partner organisations may be told. Null where nothing is agreed, so that what was written from a programme's file stays as it is.</summary>
    public IReadOnlyList<SharingAgreement>? Sharing { get; init; }

    public PartnerPerson? Partner(string? id) => id is null ? null : Partners?.FirstOrDefault(one => one.Person.Id == id);

    /// <summary>Those of them who look after reparation sessions; null as <see cref="Partners"/>.</summary>
    public IReadOnlyList<PartnerPerson>? Supervisors { get; init; }

    public PartnerPerson? Supervisor(string? id) => id is null ? null : Supervisors?.FirstOrDefault(one => one.Person.Id == id);

    public StaffRef? KeyWorker(string? id) => Find(KeyWorkers, id);

    public StaffRef? Facilitator(string? id) => Find(Facilitators, id);

    /// <summary>The team as the list spells it; null when it has no key worker.</summary>
    public string? Team(string? id) =>
        id is null ? null : KeyWorkers.Select(one => one.Team).OfType<string>().FirstOrDefault(team => ReferenceText.Key(team) == ReferenceText.Key(id));

    public StaffRef? Officer(string? id) => Find(Officers, id);

    /// <summary>The organisation as the list spells it; unchanged if it is not listed.</summary>
    public string? Provider(string? name) =>
        name is null ? null : Providers.FirstOrDefault(one => ReferenceText.Key(one) == ReferenceText.Key(name)) ?? PlainText.WithoutInvisible(name);

    /// <summary>The person as the list has them, so that the sender of an id cannot choose the address that mail goes to.</summary>
    public static StaffRef? AsListed(StaffRef? named, StaffRef? listed) =>
        named is null ? null : listed ?? named with
        {
            Id = named.Id is null ? null! : PlainText.WithoutInvisible(named.Id).Trim(),
            Name = named.Name is null ? null! : PlainText.WithoutInvisible(named.Name),
            Email = EmailAddress.Kept(named.Email),
        };

    internal static Refusal? Unlisted(string field, string what, StaffRef? named, IReadOnlyList<StaffRef> list) =>
        list.Count == 0 || named is null || Find(list, named.Id) is not null ? null : Unknown($"{field}.id", what);

    internal Refusal? UnlistedProvider(string field, string? name) =>
        Providers.Count == 0 || name is null || Providers.Contains(Provider(name), StringComparer.Ordinal) ? null : Unknown(field, "provider");

    internal Refusal? UnlistedTeam(string field, string? team) => KeyWorkers.Count == 0 || Team(team) is not null
        ? null
        : new Refusal.Invalid(RefusalCode.TeamUnknown, "No key worker of the programme is in a team of this name. Check it.") { Field = field };

    private static Refusal Unknown(string field, string what) => new Refusal.Invalid(
        RefusalCode.StaffUnknown, $"{field}: the programme has no {what} of this {(field.EndsWith(".id", StringComparison.Ordinal) ? "id" : "name")}. Check it, or ask the lead to add it to the programme's list.")
    {
        Field = field,
    };

    private static StaffRef? Find(IReadOnlyList<StaffRef> list, string? id) =>
        id is null ? null : list.FirstOrDefault(one => one.Id == id) ?? list.FirstOrDefault(one => ReferenceText.Key(one.Id) == ReferenceText.Key(id));
}
