import { describe, expect, it } from 'vitest';
import { techniques } from '#db/reference/attack.ts';
import { incidentTypes } from '#db/reference/regulation-profiles.ts';
import { sampleFindings, sampleJudgeReasons, sampleSystems, sampleTickets } from '#db/reference/sample-province.ts';
import { texts, keys, missing, repeated } from './reference-given.ts';

describe('texts for the simulators', () => {
  const known = techniques.map((technique) => technique.id);
  const systems = keys(sampleSystems);

  it('are findings of every severity on systems that exist', () => {
    expect(sampleFindings.length).toBeGreaterThanOrEqual(60);
    expect(repeated([...keys(sampleFindings), ...sampleFindings.map((finding) => finding.title)])).toEqual([]);
    expect(
      missing(
        sampleFindings.map((finding) => finding.system),
        systems,
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleFindings.map((finding) => finding.technique),
        known,
      ),
    ).toEqual([]);
    expect(new Set(sampleFindings.map((finding) => finding.severity))).toEqual(
      new Set(['critical', 'high', 'medium', 'low']),
    );
    for (const finding of sampleFindings) {
      const host = new URL(finding.endpoint).hostname;
      const domains = sampleSystems.find((system) => system.key === finding.system)?.domains ?? [];
      expect(domains.length ? domains : ['noi-bo.vinhlong-mau.example']).toContain(host);
      expect(finding.impacts.length).toBeGreaterThan(0);
      expect(repeated(finding.impacts)).toEqual([]);
      expect(finding.description.match(/\.(\s|$)/g)?.length).toBeGreaterThanOrEqual(2);
      for (const text of [finding.fixNow, finding.fixLong]) expect(text).toMatch(/\.$/);
    }
  });

  it('are inert: no markup, no query, no command', () => {
    for (const text of texts([sampleFindings, sampleTickets])) {
      expect(text).not.toMatch(
        /[<>`$;{}|\\]{2}|<[a-z/]|union\s+select|' or |\.\.\/|\b(curl|wget|powershell|cmd\.exe|bash)\b|jndi/i,
      );
    }
  });

  it('are tickets with both proofs, answering findings on the same system', () => {
    expect(sampleTickets.length).toBeGreaterThanOrEqual(40);
    expect(repeated(keys(sampleTickets))).toEqual([]);
    expect(
      missing(
        sampleTickets.map((ticket) => ticket.system),
        systems,
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleTickets.map((ticket) => ticket.technique),
        known,
      ),
    ).toEqual([]);
    expect(
      missing(
        sampleTickets.map((ticket) => ticket.incidentType),
        incidentTypes.map((type) => type.code),
      ),
    ).toEqual([]);
    for (const ticket of sampleTickets) {
      expect(ticket.proofOfAction && ticket.proofOfEffect).toBeTruthy();
      const finding = sampleFindings.find((one) => one.key === ticket.finding);
      if (ticket.finding !== null)
        expect([ticket.key, finding?.system, finding?.technique]).toEqual([
          ticket.key,
          ticket.system,
          ticket.technique,
        ]);
    }
  });

  it('are reasons for every decision of the judges', () => {
    const { grades, ...others } = sampleJudgeReasons;
    for (const reasons of [...Object.values(grades), ...Object.values(others)]) {
      expect(reasons.length).toBeGreaterThanOrEqual(3);
      expect(repeated(reasons)).toEqual([]);
    }
  });
});
