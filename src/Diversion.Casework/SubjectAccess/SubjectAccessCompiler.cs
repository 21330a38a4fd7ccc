using System.Globalization;
using Diversion.Casework.Access;
using Diversion.Casework.Correspondence;
using Diversion.Casework.Formatting;
using Diversion.Casework.Papers;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Casework.Texts;
using Diversion.Domain;
using Diversion.Domain.Agreements;
using Diversion.Domain.DataRights;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Support;
using Diversion.Domain.Time;
using NodaTime;

namespace Diversion.Casework.SubjectAccess;

/// <summary>Puts together what one case holds about the person, in sections.</summary>
internal sealed class SubjectAccessCompiler(Records records, MailRenderer mails)
{
    /// <param name="from">Only what was recorded on this day or later; null for everything. What is known now is always there.</param>
    /// <param name="until">Likewise, the last day.</param>
    public async ValueTask<SubjectAccessCase> Of(AgreementState state, IReadOnlyList<PassageMark> marks, LocalDate? from, LocalDate? until, CancellationToken cancellation)
    {
        var events = await records.Events(state.Id, cancellation);
        var seen = new Seen(state, AccessPolicy.OfSubject(state));
        var redaction = Redaction.Of(state, events, marks);
        var contacts = CaseFileContacts.Of(seen, events, await records.Messages(state.Id, cancellation), mails).Where(contact => contact.Victim is null && IsWithin(contact.On, from, until)).ToList();
        var happened = events.Where(recorded => IsWithin(WorkingCalendar.DateOf(recorded.At), from, until)).ToList();
        var shown = happened.Where(recorded => AccessPolicy.IsOfSubject(seen.RecordVisibility, state, recorded.Event)).ToList();
        var papers = Papers(state, seen).ToArray();
        SubjectAccessSection[] sections =
        [
            new("The person", Person(state)),
            new("How to meet the person", [.. CircumstancesWords.Of(state.Referral.Circumstances).Select(one => new SubjectAccessPassage(one.Key, one.Value))]),
            new("The offence", [.. state.Referral.Offences.SelectMany(Offence)]),
            new("Eligibility and risk", Eligibility(state)),
            new("The agreement", [.. AgreementVersions.Of(events).SelectMany(version => Version(state, version))]),
            new("What was asked and disputed", [.. state.DataRequests.Select(Request)]),
            new("Health check", [.. (state.Support.HealthCheck?.Onward ?? []).Select(Onward)]),
            new("Papers", papers, state.Documents.Count(paper => !paper.Removed) - papers.Length),
            new("Who spoke with and wrote to the person", [.. contacts.Select(contact => new SubjectAccessPassage($"{Words.Date(contact.On)}: {contact.What.TrimEnd('.')}{(contact.How is { } how ? $", {how}" : "")}", contact.Said))]),
            new("What happened", [.. shown.Select(recorded => Event(recorded, seen))], happened.Count - shown.Count),
        ];
        return new SubjectAccessCase(
            state.Id.Value,
            [.. sections.Where(section => section.Passages.Count > 0 || section.LeftOut > 0).Select(section => section with { Passages = [.. section.Passages.Select(passage => Redact(passage, redaction))] })]);
    }

    /// <summary>Something was recorded on those days.</summary>
    public async ValueTask<bool> HasAny(AgreementState state, LocalDate? from, LocalDate? until, CancellationToken cancellation) =>
        (await records.Events(state.Id, cancellation)).Any(recorded => IsWithin(WorkingCalendar.DateOf(recorded.At), from, until));

    private static bool IsWithin(LocalDate day, LocalDate? from, LocalDate? until) => (from is null || day >= from) && (until is null || day <= until);

    private static SubjectAccessPassage Redact(SubjectAccessPassage passage, Redaction redaction)
    {
        var (label, text) = (redaction.Apply(passage.Label), passage.Text is { } said ? redaction.Apply(said) : null);
        return label == passage.Label && text == passage.Text
            ? passage
            : passage with { Label = label, Text = text, Recorded = passage.Text is null ? passage.Label : $"{passage.Label}\n{passage.Text}" };
    }

    private static SubjectAccessPassage[] Person(AgreementState state)
    {
        var (person, referral) = (state.Referral.Person, state.Referral);
        (string Label, string? Text)[] all =
        [
            ("Name", person.Name),
            ("Other names", person.Aliases),
            ("Date of birth", Words.Date(person.BornOn)),
            ("Sex", person.Sex == Sex.NotKnown ? null : $"{person.Sex}"),
            ("Ethnicity, as the person defines it", person.Ethnicity is { } ethnicity ? Ethnicities.InWords(ethnicity) : null),
            ("Ethnicity, as an officer sees it", person.PerceivedEthnicity is { } perceived ? Ethnicities.InWords(perceived) : null),
            ("Address", person.NoFixedAddress == true ? "No fixed address" : person.Address),
            ("Ward", person.Ward),
            ("District", person.District),
            ("Email", person.Email),
            ("Telephone", person.Phone),
            ("Reminders", ContactWords.Reminders(person)),
            ("PNC id", person.PncId),
            ("CRO number", person.CroNumber),
            ("Probation number (CRN)", person.ProbationNumber),
            ("Custody reference", referral.CustodyReference),
            ("Needs", referral.Needs.IsEmpty ? null : string.Join("; ", referral.Needs.Select(Words.Of))),
            ("Their own goals", referral.Goals.IsEmpty ? null : string.Join('\n', referral.Goals)),
            ("Referred on", Words.Date(referral.ReferredAt)),
            ("Police officer", referral.Officer.Name),
            ("Key worker", state.KeyWorker?.Name),
            ("Status", Words.Of(state.Status)),
        ];
        return [.. all.Where(one => !string.IsNullOrWhiteSpace(one.Text)).Select(one => new SubjectAccessPassage(one.Label, one.Text))];
    }

    private static IEnumerable<SubjectAccessPassage> Offence(NumberedOffence one)
    {
        string?[] about = [one.Offence.CrimeNumber is { } crime ? $"Crime number {crime}" : null, one.Offence.Classification, one.Offence.Place];
        yield return new SubjectAccessPassage(
            $"Offence {one.Number}, on {Words.Date(one.Offence.CommittedOn)}", string.Join('\n', about.Prepend(one.Offence.Description).Where(line => !string.IsNullOrWhiteSpace(line))));
    }

    private static SubjectAccessPassage[] Eligibility(AgreementState state)
    {
        var risk = state.Referral.Risk;
        string?[] band =
        [
            risk.Tool is { } tool ? $"Tool: {tool}" : null,
            risk.Score is { } score ? string.Create(CultureInfo.InvariantCulture, $"Score: {score}") : null,
            risk.ToolBand is { } tools ? $"Band of the tool: {Words.Of(tools)}" : null,
            risk.JudgedBand is { } judged ? $"Band by the officer's judgement: {Words.Of(judged)}" : null,
            risk.OverrideBand is { } overridden ? $"Band by a sergeant's decision: {Words.Of(overridden)}" : null,
        ];
        return
        [
            .. band.Any(line => line is not null) ? [new SubjectAccessPassage("Risk of offending again", string.Join('\n', band.OfType<string>()))] : (SubjectAccessPassage[])[],
            .. state.Referral.Answers.Select(answer => new SubjectAccessPassage(answer.Message, $"{Of(answer.Answer)}\n{answer.FactsUsed}")),
            .. state.Referral.Overrides.Select(one => new SubjectAccessPassage($"Overridden by a sergeant: {one.Message}", one.Reason)),
            .. state.Referral.RiskOverride is { Reason: { } reason } ? [new SubjectAccessPassage("The risk band was overridden by a sergeant", reason)] : (SubjectAccessPassage[])[],
        ];
    }

    private static string Of(Answer answer) => answer switch { Answer.Met => "Met", Answer.NotMet => "Not met", _ => "Not known" };

    private IEnumerable<SubjectAccessPassage> Version(AgreementState state, AgreementVersion version)
    {
        var shown = AgreementPaperQuery.Show(version, records.Rulebook.SchemeOf(state));
        yield return new SubjectAccessPassage(shown.Title, string.Join('\n', ((string[])[shown.Agreed, $"To the end of {Words.Date(shown.LastDay)}."]).Concat(shown.Changes)));
        foreach (var condition in shown.Conditions)
        {
            yield return new SubjectAccessPassage(condition.Title, string.Join('\n', condition.Details.Prepend(condition.Text)));
        }
    }

    private static SubjectAccessPassage Onward(OnwardReferral referral) =>
        new($"On {Words.Date(referral.On)} you were referred to: {SupportWords.Of(referral.Kind)}", $"What came of it: {SupportWords.Of(referral.Outcome)}.");

    private static SubjectAccessPassage Request(DataRequest request)
    {
        string?[] lines =
        [
            request.What,
            request.Answered is { } answered ? $"{(request.Kind == DataRequestKind.Correction ? "Decided" : "Answered")} on {Words.Date(answered.On)} by {answered.By}: {DataRequestWords.Of(answered.Result)}.\n{answered.Said}" : "Not answered yet.",
        ];
        return new SubjectAccessPassage($"On {Words.Date(request.ReceivedOn)} the person asked {DataRequestWords.Of(request.Kind)}", string.Join('\n', lines.OfType<string>()));
    }

    /// <summary>What came with somebody else's complaint is theirs.</summary>
    private static IEnumerable<SubjectAccessPassage> Papers(AgreementState state, Seen seen) =>
        state.Documents.Where(paper => !paper.Removed && AccessPolicy.MayReadWhatItCameWith(seen.RecordVisibility, paper.ConditionId, paper.Item))
            .Select(paper => new SubjectAccessPassage($"{Words.Sentence(DocumentWords.Of(paper.Kind))}, added on {Words.Date(paper.KeptAt)}", paper.Title));

    private static SubjectAccessPassage Event(RecordedEvent recorded, Seen seen)
    {
        var item = TimelineQuery.Show(recorded, seen);
        string?[] said = [item.Reason is { } reason ? $"Reason: {reason}" : null, item.Text];
        var by = AccessPolicy.IsClock(item.Role) ? "" : $" (by {item.Who}, {Words.Of(item.Role)})";
        return new SubjectAccessPassage(item.Sentence + by, said.OfType<string>().ToArray() is { Length: > 0 } lines ? string.Join('\n', lines) : null, item.At);
    }
}
