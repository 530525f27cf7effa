namespace Marque.Legal.Reading;

/// <summary>Reads the questions of a substantial modification (Article 3(30), rule T-6), and checks them.</summary>
internal static class ModificationFile
{
    public static void Read(Entry root, Parts parts)
    {
        var questions = new List<ModificationQuestion>();
        var rule = root.Text("rule");
        foreach (var e in root.Each("questions"))
        {
            var question = new ModificationQuestion(e.Text("id"), e.Text("question"), Words.QuestionKindOf(e, "kind"), Words.LooksOf(e, "looksAt"), e.Text("words"), parts.Refer(e, "basis", Refers.Citation), Words.TagOf(e, "tag"));
            if (question.Kind != ModificationQuestionKind.Extent && question.Tag != Tag.Law) e.Problem("tag", "legal.inconsistent", $"'{question.Id}' decides whether there is a substantial modification, and does not rest on the law", "only the law's own words decide that");
            if (questions.Exists(q => q.Id == question.Id)) e.Problem("id", "legal.duplicate-id", $"'{question.Id}' stands there twice");
            parts.Places[question] = e;
            questions.Add(question);
            e.Done();
        }

        if (questions.All(q => q.Kind != ModificationQuestionKind.Criterion)) root.Problem("questions", "legal.missing-key", "no question is a criterion, so that nothing could ever be one");
        var consequences = new List<ModificationConsequence>();
        foreach (var e in root.Each("consequences"))
        {
            var consequence = new ModificationConsequence(e.Text("id"), e.Texts("when"), e.Text("what"), parts.Refer(e, "basis", Refers.Citation), Words.TagOf(e, "tag")) { Reopens = parts.ReferEach(e, "reopens", Refers.Obligation) };
            if (consequence.When.Count == 0) e.Problem("when", "legal.missing-key", "a consequence of nothing", "substantial, not-substantial, or an extent question");
            foreach (var named in consequence.When.Select(w => w.StartsWith("not-", StringComparison.Ordinal) ? w["not-".Length..] : w))
            {
                if (named != "substantial" && questions.All(q => q.Id != named || q.Kind != ModificationQuestionKind.Extent)) e.Problem("when", "legal.unresolved", $"'{named}' is no question of kind extent", "substantial, not-substantial, or such a question, also with not- before it");
            }

            consequences.Add(consequence);
            e.Done();
        }

        parts.Modification = new ModificationRule(rule, questions, consequences);
    }

    /// <summary>What must hold between the questions and the rest of the set: the rule is there, the words are the law's own.</summary>
    public static void Check(LegalSet set, Parts parts)
    {
        if (set.Modification is not { } modification) return;
        if (set.Dates.All(d => d.Rule != modification.Rule)) parts.Missing($"the rule {modification.Rule}, which the questions of a substantial modification name");
        foreach (var question in modification.Questions)
        {
            if (!Citations.In(set, question.Basis).Any(c => c.Words.Contains(question.Words, StringComparison.OrdinalIgnoreCase))) parts.Places[question].Problem("words", "legal.quotation", $"not in the words of {question.Basis}");
        }
    }
}
