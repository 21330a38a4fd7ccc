namespace Diversion.Journeys.Tests.Crawling;

/// <summary>
/// Whose crawl must reach each page; others may reach it too if they may open it. A test fails if a new page is not listed
/// here.
/// </summary>
internal static class PagesReached
{
    private const string Below = "/agreements/{reference}/";

    private static readonly Dictionary<string, string[]> ByCrawl = new()
    {
        ["demo-lead-1"] =
        [
            "/", "/analysis/{section?}", "/analysis/document/{save?}", "/analysis/what-if", "/board-actions", "/board-pack/{quarter?}", "/boundaries", "/feeds", "/follow-up", "/harm-index", "/keeping", "/keeping/destroyed", "/messages", "/offence-codes", "/moderation", "/programme", "/rounds", "/rounds/{round}", "/projects", "/projects/add", "/projects/hours", "/projects/{project}", "/projects/{project}/change", "/register", "/register/download/{step?}", "/register/downloads", "/scrutiny", "/scrutiny/{quarter}", "/scrutiny/{quarter}/cases/{number:int}", "/scrutiny/{quarter}/paper", "/search", "/services", "/services/add", "/services/import", "/services/{service}", "/services/{service}/change", "/services/{service}/slots", "/staff", "/staff/add", "/staff/import", "/staff/person/{person}", "/staff/sharing", "/staff/sharing/with", "/staff/team/{team}", "/staff/tokens", "/staff/who-sees", "/system", "/transfers-in", "/trials", "/trials/new", "/trials/{trial}", "/trials/{trial}/amend", "/trials/{trial}/close", "/unit-costs", "/unmet-needs", "/workers/{worker}", "/workers/{worker}/pass-on",
            "/agreements/{reference}", $"{Below}appointments", $"{Below}conditions", $"{Below}contact", $"{Below}documents", $"{Below}whole", $"{Below}breach-file", $"{Below}book-visit", $"{Below}case-file/check", $"{Below}completion-file", $"{Below}change-contact", $"{Below}record-circumstances", $"{Below}record-complaint", $"{Below}record-reoffence", $"{Below}arrange-courtesy-supervision", $"{Below}correct-attendance/{{condition}}/{{item}}",
            $"{Below}decide-breach", $"{Below}extend-term", $"{Below}services", $"{Below}looks", $"{Below}messages", $"{Below}note/{{condition?}}", $"{Below}paper/{{version?}}",
            $"{Below}substitute-condition/{{condition}}", $"{Below}take-offence-in", $"{Below}timeline", $"{Below}vary-agreement", $"{Below}{{command}}/{{condition?}}/{{item?}}",
        ],
        ["demo-kw-1"] = ["/calendar", "/calendar/book", "/caseload", "/task-emails", $"{Below}give-own-page", $"{Below}documents/add/{{condition?}}/{{item?}}", $"{Below}schedule-appointment/{{condition}}/{{item?}}", $"{Below}schedule-series/{{condition}}/{{item?}}", $"{Below}tell-person/{{condition}}", $"{Below}record-answer/{{condition}}/{{item?}}", $"{Below}letter/{{item}}/{{language?}}"],
        ["demo-pr-1"] = [$"{Below}shared", $"{Below}record-attendance/{{condition}}/{{item}}", $"{Below}reschedule-appointment/{{condition}}/{{item}}"],
        ["demo-rj-1"] = [$"{Below}record-victim/{{item?}}", $"{Below}record-victim-views/{{item}}"],
        ["demo-po-1"] =
        [
            "/enrol/{draft?}", "/enrol/{draft}/delete", "/panel-feedback",
            $"{Below}trial", $"{Below}add-offence", $"{Below}amend-offence", $"{Below}amend-person", $"{Below}amend-referral", $"{Below}approve-eligibility",
            $"{Below}enrol", $"{Below}find-not-eligible", $"{Below}make-offer", $"{Below}record-case-outcome", $"{Below}record-check/{{item}}", $"{Below}record-facts",
            $"{Below}record-goals", $"{Below}record-needs", $"{Below}record-risk", $"{Below}record-victim-request/{{item}}", $"{Below}refer-victim-to-support/{{item}}", $"{Below}tell-victim/{{item}}",
        ],
        ["demo-sgt-1"] = [$"{Below}decline-offer", $"{Below}override-risk", $"{Below}sign-agreement", $"{Below}withdraw-offer"],
        ["nobody"] = ["/about/accessibility", "/about/cookies", "/about/privacy", "/about/shortcuts", "/about/whats-new", "/sign-in", "/sign-out"],
    };

    /// <summary>No link leads there, only a form, an error, or a script.</summary>
    private static readonly Dictionary<string, string> Otherwise = new()
    {
        ["/trials/{trial}/draft"] = "needs a draft, and the demo has none: TrialPageTests",
        ["/trials/{trial}/open"] = "needs a draft, and the demo has none: TrialPageTests",
        ["/trials/{trial}/unseal"] = "needs a trial whose seed is sealed, and that of the demo's closed one is open: TrialPageTests",
        ["/trials/{trial}/allocations"] = "is a file to save once the seed is open: TrialPageTests",
        [$"{Below}allocate-arm"] = "is for the officer of the one case that the trial may allocate: TrialTests",
        [$"{Below}correct-offence/{{item}}"] = "needs a second offence, and no case of the demo waits with one: OffencePageTests",
        [$"{Below}documents/{{document}}"] = "needs a paper, and the demo has none: DocumentTests",
        [$"{Below}documents/{{document}}/remove"] = "needs a paper, and the demo has none: DocumentTests",
        [$"{Below}mark-passage/{{condition}}"] = "needs somebody who asked for their record, and nobody of the demo did: SubjectAccessPageTests",
        [$"{Below}subject-access/{{number:int}}"] = "likewise: SubjectAccessPageTests",
        [$"{Below}answer-victim-request/{{item}}"] = "needs a review or complaint, and no victim of the demo has one: VictimRequestPageTests",
        [$"{Below}record-victim-satisfaction/{{item}}"] = "comes when the case has ended: SatisfactionPageTests",
        [$"{Below}answer-complaint/{{condition}}"] = "is for a case with an open complaint, and the crawl opens few cases: ComplaintPageTests",
        [$"{Below}handed-over"] = "is for a case that was handed over, and the crawl opens few cases: HandOverPageTests",
        ["/custody-matches/{match}"] = "comes when custody sent a notice without a reference: the tests of the web",
        [$"{Below}case-file/zip"] = "is a file to save: CaseFilePageTests",
        ["/analysis/extract/{step?}"] = "is the analyst's, whom no crawl follows: ExtractPageTests",
        ["/analysis/extract/file"] = "comes when the reason was given: ExtractPageTests",
        ["/demo/move"] = "has no page of its own",
        ["/inbox/items"] = "a part of the inbox that the script fetches: LeadTests",
        ["/kept-answers/{key}"] = "comes when a session ended before a form was sent: FormTests",
        ["/my-page"] = "is on a printed code, and no page of staff leads there: MyAgreementTests",
        ["/my-page/start/{secret}"] = "is where a link by text leads: MyAgreementTests",
        ["/my-page/cannot-come/{item}"] = "is for whoever came in with a code: MyAgreementTests",
        ["/my-page/what-i-agreed"] = "likewise",
        ["/my-page/problem"] = "comes in place of another page: MyAgreementTests",
        ["/sign-in/role"] = "is for people of an identity provider: OpenIdTests",
        ["/sign-in/unknown"] = "is for people of an identity provider: OpenIdTests",
        ["/unmet-needs/file"] = "is a file to save: UnmetNeedPageTests",
        ["/services/file"] = "is a file to save: ServicePageTests",
        ["/projects/{project}/register/{day}"] = "is the supervisor's: PartnerTests",
        [$"{Below}arrange-placement/{{condition}}"] = "is one of the actions of a condition, and the crawl opens few cases: ProjectPageTests",
        ["/public"] = "is for everybody, and no page of staff must lead to more than it: PublicPageTests, PartnerTests",
        ["/public/area/{place}"] = "likewise",
        ["/public/nominate"] = "likewise",
        ["/public/vote/{round}"] = "likewise",
        ["/public/problem"] = "comes in place of another page",
        ["/problem"] = "comes in place of another page: FormTests",
        ["/register/table"] = "comes when the reason was given: the tests of the web",
        [$"{Below}erase-record"] = "is offered on a case that has ended and is due for review: KeepingPageTests",
        [$"{Below}late-news"] = "is offered on a case that has ended: the tests of the web",
        ["/enrol/{draft}/refer"] = "comes when the draft is whole: Enrolment",
        [$"{Below}prepare"] = "comes after the referral: Enrolment",
        [$"{Below}review-offer"] = "comes when conditions were chosen: Enrolment",
        [$"{Below}reason"] = "comes before a record of somebody else's: AccessTests",
        [$"{Below}messages/{{message}}"] = "comes when a message could not be sent, as no demo's is: the tests of the web",
    };

    public static IEnumerable<string> All => ByCrawl.Values.SelectMany(routes => routes).Concat(Otherwise.Keys);

    public static IEnumerable<string> By(string person) => ByCrawl.GetValueOrDefault(person, []);
}
